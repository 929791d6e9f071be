import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { column, pdfOf, type TypedLine, typedPdf } from '../../test/tiny-pdf.ts'
import { readArticle } from './read-article.ts'

const NO_HINTS = { contentType: null, url: null }

async function read(bytes: Uint8Array) {
  const outcome = await readArticle(bytes, NO_HINTS)
  return outcome.ok ? outcome.article : outcome.fault.sentence
}

async function paragraphsIn(...pages: readonly (readonly TypedLine[])[]) {
  const article = await read(typedPdf(pages))
  return typeof article === 'string' ? article : article.text.split('\n\n')
}

const P1 =
  'The minister said on Tuesday that the visit to the camps\nwould take place before the end of May, after three of the\nletters had been left unanswered.'
const P2 =
  '“We will open every gate,” Ms Lee told the assembly, “and\nnobody will be kept from speaking with the inspectors.”'
const P3 =
  'The inspectors of the Harbour Commission had asked for\nunsupervised interviews in three letters since 2021.'
const flat = (text: string) => text.replaceAll('\n', ' ')
const WHOLE = [P1, P2, P3].map(flat)

const PAGES: readonly [what: string, pages: readonly (readonly TypedLine[])[]][] = [
  ['paragraphs with gaps', [column(`${P1}\n\n${P2}\n\n${P3}`)]],
  ['paragraphs that stand in', [column(`${P1}\n  ${P2}\n  ${P3}`)]],
  [
    'two columns',
    [[...column(`${P1}\n\n${flat(P2).slice(0, 57)}`), ...column(`${flat(P2).slice(57)}\n\n${P3}`, { left: 340 })]],
  ],
  ['columns printed from right to left in the file', [[...column(`${P2}\n\n${P3}`, { left: 340 }), ...column(P1)]]],
  [
    'a paragraph over two pages',
    [
      column(`${P1}\n\n${P2}\n\nThe inspectors of the Harbour Commission had asked for`),
      column('unsupervised interviews in three letters since 2021.'),
    ],
  ],
  [
    'running heads and page numbers',
    [P1, P2, P3].map((text, at) => [
      { text: 'Harbour Commission: a report', left: 60, top: 40 },
      ...column(text),
      { text: `Page ${at + 1} of 3`, left: 280, top: 800 },
    ]),
  ],
  [
    'notes at the foot',
    [
      [
        ...column(`${P1}\n\n${P2}\n\n${P3}`),
        { text: '1', left: 257, top: 138, size: 6 },
        { text: '1', left: 60, top: 777, size: 5 },
        { text: 'Statement of 8 March 2022, recorded by the commission.', left: 64, top: 780, size: 7.5 },
      ],
    ],
  ],
  [
    'words parted at the ends of lines',
    [column(`${P1.replace('visit to the camps\nwould', 'visit to the camps wo-\nuld')}\n\n${P2}\n\n${P3}`)],
  ],
]

test.each(PAGES)('%s: the paragraphs are the same', async (_, pages) => {
  expect(await paragraphsIn(...pages)).toEqual(WHOLE)
})

test('a word keeps its own hyphen where the text has it elsewhere', async () => {
  const lines = column(
    'A long-standing question was raised again, and the long-\nstanding answer was given again by the minister of works.',
  )
  expect(await paragraphsIn(lines)).toEqual([
    'A long-standing question was raised again, and the long-standing answer was given again by the minister of works.',
  ])
})

test('headline, byline, date and outlet are those that are printed', async () => {
  const head = [
    { text: 'The Harbour Post', left: 60, top: 50, size: 14 },
    { text: 'Visit to the camps before', left: 60, top: 80, size: 22 },
    { text: 'the end of May', left: 60, top: 106, size: 22 },
    { text: 'By Ana Reyes', left: 60, top: 135 },
    { text: '8 March 2022', left: 60, top: 155 },
  ]
  expect(await read(typedPdf([[...head, ...column(`${P1}\n\n${P2}`, { top: 190 })]], 'visit_final.indd'))).toEqual({
    headline: 'Visit to the camps before the end of May',
    byline: 'Ana Reyes',
    outlet: 'The Harbour Post',
    published: '2022-03-08',
    language: 'en',
    url: null,
    text: WHOLE.slice(0, 2).join('\n\n'),
    timeCodes: [],
  })
})

test('the title in the file is the headline only where it is printed, too', async () => {
  const lines = column(`Visit before the end of May\n\n${P1}\n\n${P2}`)
  expect(await read(typedPdf([lines], 'Visit before the end of May'))).toMatchObject({
    headline: 'Visit before the end of May',
    text: WHOLE.slice(0, 2).join('\n\n'),
  })
  expect(await read(typedPdf([lines], 'Another thing altogether'))).toMatchObject({ headline: null })
})

test('a heading is a paragraph of its own', async () => {
  const lines = [...column(P1), { text: 'What is asked', left: 60, top: 170, size: 13 }, ...column(P3, { top: 190 })]
  expect(await paragraphsIn([{ text: 'Visit before May', left: 60, top: 80, size: 20 }, ...lines])).toEqual([
    WHOLE[0],
    'What is asked',
    WHOLE[2],
  ])
})

const good = typedPdf([column(`${P1}\n\n${P2}`)])
const catalogue = { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' }
const onePage = { dictionary: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>' }
const pageWith = (contents: string) => ({
  dictionary: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${contents} >>`,
})
const zeros = Buffer.alloc(300 * 1024 * 1024)

const REFUSED: readonly [what: string, bytes: () => Uint8Array, sentence: RegExp][] = [
  ['pages without words', () => typedPdf([[], []]), /only pictures of pages \(a scan\); /],
  ['a cut file', () => good.slice(0, 120), /broken or breaks off; |only pictures/],
  [
    'noise behind the mark',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 'x')]),
    /broken or breaks off; /,
  ],
  [
    'a password',
    () =>
      pdfOf(
        [catalogue, onePage, pageWith('')],
        `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      ),
    /opens with a password only; /,
  ],
  [
    'a stream of 300 MB of nothing',
    () =>
      pdfOf([
        catalogue,
        onePage,
        pageWith('/Contents 4 0 R'),
        { dictionary: '<< /Filter /FlateDecode >>', stream: deflateSync(zeros) },
      ]),
    /far more/,
  ],
  [
    'a stream packed five times',
    () =>
      pdfOf([
        catalogue,
        onePage,
        pageWith('/Contents 4 0 R'),
        {
          dictionary: '<< /Filter [/FlateDecode] >>',
          stream: [1, 2, 3, 4, 5].reduce<Uint8Array>((bytes) => deflateSync(bytes), Buffer.alloc(1000)),
        },
      ]),
    /far more/,
  ],
  [
    'a count of pages that lies',
    () => pdfOf([catalogue, { dictionary: '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>' }, pageWith('')]),
    /far more|only pictures/,
  ],
  [
    'a page tree that is its own child',
    () => pdfOf([catalogue, { dictionary: '<< /Type /Pages /Count 1 /Kids [2 0 R] >>' }]),
    /broken/,
  ],
  [
    '100,000 lists in one another',
    () => pdfOf([catalogue, onePage, pageWith(`/A ${'['.repeat(100_000)}`)]),
    /broken|only pictures/,
  ],
]

test.each(REFUSED)('%s gets a sentence', async (_, bytes, sentence) => {
  expect(await read(bytes())).toMatch(sentence)
})
