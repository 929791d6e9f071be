import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from './article.ts'
import { readArticle } from './read-article.ts'

const NO_HINTS = { contentType: null, url: null }

const P1 = 'The minister said on Tuesday that the visit to the northern camps would take place before the end of May.'
const P2 = '“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”'
const P3 = 'The inspectors of the Harbour Commission had asked for the visit in three letters since the autumn of 2021.'
const TEXT = `${P1}\n\n${P2}\n\n${P3}`
const HTML = `<html><body><table><tr><td><h1>Visit before May</h1><p>${P1}</p><p>${P2}</p><p>${P3}</p></td></tr></table></body></html>`

const HEAD = `From: Ana Reyes <ana@harbourpost.example>
To: readers@harbourpost.example
Subject: Visit before May
Date: Tue, 8 Mar 2022 23:30:00 +0100
MIME-Version: 1.0
`

/** Lines end as mail has them; a character beyond Latin-1 is sent as UTF-8. */
function bytesOf(message: string, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return Buffer.from(message.replaceAll('\n', '\r\n'), encoding)
}

async function read(message: string, encoding?: BufferEncoding): Promise<Partial<Article> | string> {
  const outcome = await readArticle(bytesOf(message, encoding), NO_HINTS)
  return outcome.ok ? outcome.article : outcome.fault.sentence
}

const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n')
const quoted = (text: string) =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[=\x80-\xff]/g, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/.{60}(?!$)(?<![=].?)/g, '$&=\n')

/** A multipart of parts given whole, each with its own head. */
function multipart(kind: string, parts: readonly string[], boundary = 'b1'): string {
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\nFor old programs.\n${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`
}

const plain = (text: string) => `Content-Type: text/plain; charset=utf-8\n\n${text}`
const page = (markup: string) => `Content-Type: text/html; charset=utf-8\n\n${markup}`

const SAME: readonly [what: string, rest: string][] = [
  ['plain text', plain(TEXT)],
  [
    'plain text in base64',
    `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(TEXT)}`,
  ],
  [
    'plain text in quoted-printable',
    `Content-Type: text/plain; charset="UTF-8"\nContent-Transfer-Encoding: quoted-printable\n\n${quoted(TEXT)}`,
  ],
  ['a page', page(HTML)],
  ['both, the page the better', multipart('alternative', [plain('Your program shows no pages.'), page(HTML)])],
  ['both, the page nearly empty', multipart('alternative', [plain(TEXT), page('<p>Open in a browser, please.</p>')])],
  ['a page with pictures', multipart('related', [page(HTML), 'Content-Type: image/png\nContent-ID: <a>\n\nxx'])],
  [
    'parts in parts',
    multipart('mixed', [
      multipart('alternative', [plain(TEXT), page(HTML)], 'b2'),
      'Content-Type: image/png; name="a.png"\n\nxx',
    ]),
  ],
  ['flowed text', `Content-Type: text/plain; format=flowed\n\n${TEXT.replaceAll(' to ', ' to \n')}`],
  ['a signature', plain(`${TEXT}\n\n-- \nAna Reyes\nHarbour Post, Pier 4\n`)],
  [
    'a message that it answers',
    plain(
      `${TEXT}\n\nOn Mon, 7 Mar 2022 at 09:30, Ben Osei\n<ben@x.example> wrote:\n> When will it be?\n> And where?\n`,
    ),
  ],
  [
    'the original below',
    plain(`${TEXT}\n\n-----Original Message-----\nFrom: Ben Osei\nSubject: When?\n\nWhen will it be?`),
  ],
  ['the subject and byline above the text', plain(`Visit before May\n\nBy Ana Reyes\n\n${TEXT}`)],
  [
    'an attached file',
    multipart('mixed', [
      plain(TEXT),
      'Content-Type: text/html\nContent-Disposition: attachment; filename="a.html"\n\n<p>Another text.</p>',
    ]),
  ],
]

test.each(SAME)('%s: the article is the same', async (_, rest) => {
  expect(await read(HEAD + rest)).toEqual({
    headline: 'Visit before May',
    byline: 'Ana Reyes',
    outlet: null,
    published: '2022-03-08',
    language: 'en',
    url: null,
    text: TEXT,
    timeCodes: [],
  })
})

const SENDERS: readonly [from: string, byline: string | null, outlet: string | null][] = [
  ['"Reyes, Ana" <a@x.example>', 'Ana Reyes', null],
  ['a@x.example (Ana Reyes)', 'Ana Reyes', null],
  ['ana@harbourpost.example', null, null],
  ['Harbour Post <news@x.example>', null, 'Harbour Post'],
  ['Ana Reyes at Harbour Post <news@x.example>', 'Ana Reyes', 'Harbour Post'],
  ['=?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <z@x.example>', 'Zoë Müller', null],
  ['=?iso-8859-1?Q?Zo=EB?= =?iso-8859-1?Q?_M=FCller?= <z@x.example>', 'Zoë Müller', null],
  ['The editors <news@x.example>', null, null],
]

test.each(SENDERS)('a mail from %s', async (from, byline, outlet) => {
  expect(await read(HEAD.replace(/From:.*/, `From: ${from}`) + plain(TEXT))).toMatchObject({ byline, outlet })
})

test.each([
  ['=?UTF-8?B?5paw55aG?=', '新疆'],
  ['=?utf-8?b?5paw5w==?= =?utf-8?b?lpE=?=', '新疑'],
  ['Fwd: Re: Visit before May', 'Visit before May'],
  ['a\n folded\n\tone', 'a folded one'],
])('the subject %s', async (subject, headline) => {
  expect(await read(HEAD.replace('Subject: Visit before May', `Subject: ${subject}`) + plain(TEXT))).toMatchObject({
    headline,
  })
})

test('letters in another charset, and none declared', async () => {
  const cyrillic = 'Министр сказал во вторник, что визит состоится до конца мая, а инспекторы просили об этом три раза.'
  const koi8 = Buffer.from([...cyrillic].map((letter) => KOI8[letter] ?? letter.charCodeAt(0)))
  const head = bytesOf(`${HEAD}Content-Type: text/plain; charset=koi8-r\n\n`)
  const outcome = await readArticle(Buffer.concat([head, koi8]), NO_HINTS)
  expect(outcome).toMatchObject({ article: { text: cyrillic } })
})

/** The letters of KOI8-R: capitals and small ones in the order of the Latin letters that sound like them. */
const KOI8: Readonly<Record<string, number>> = Object.fromEntries(
  [...'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'].map((letter, at) => [letter, 0xc0 + at]),
)

const FORWARDED = `---------- Forwarded message ---------
From: *Harbour Post* <news@harbourpost.example>
Date: Mon, 7 Mar 2022 at 08:00
Subject: Visit before May
To: <ben@x.example>


${TEXT}`

test.each([
  ['within the text', plain(`Worth reading!\n\n${FORWARDED}`)],
  [
    'attached',
    multipart('mixed', [
      plain('Worth reading!'),
      `Content-Type: message/rfc822\n\nFrom: Harbour Post <news@harbourpost.example>\nSubject: Visit before May\nDate: Mon, 7 Mar 2022 08:00:00 +0000\nMIME-Version: 1.0\n${plain(TEXT)}`,
    ]),
  ],
])('a message forwarded %s is the article, not the one that forwards it', async (_, rest) => {
  const head = HEAD.replace('Subject: ', 'Subject: Fwd: ').replace('Ana Reyes', 'Ben Osei')
  const article = {
    headline: 'Visit before May',
    byline: null,
    outlet: 'Harbour Post',
    published: '2022-03-07',
    text: TEXT,
  }
  expect(await read(head + rest)).toMatchObject(article)
})

const NO_TEXT: readonly [what: string, rest: string, sentence: RegExp][] = [
  [
    'a PDF alone',
    multipart('mixed', ['Content-Type: application/pdf; name="report.pdf"\n\nxx']),
    /attached files \(report\.pdf\); save/,
  ],
  ['nothing', '\n', /no text in this message; /],
  [
    'an encrypted one',
    multipart('encrypted', ['Content-Type: application/pgp-encrypted\n\nVersion: 1']),
    /is encrypted; open it/,
  ],
  [
    '1,000 parts in one another',
    Array.from({ length: 1000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join(''),
    /20 deep in one another/,
  ],
  ['100,000 parts', multipart('mixed', Array(100_000).fill('\nx')), /far more elements/],
  ['a head of a megabyte', `X-Long: ${'x'.repeat(1_000_000)}\n\n${TEXT}`, /head of this message is longer/],
]

test.each(NO_TEXT)('%s gets a sentence', async (_, rest, sentence) => {
  expect(await read(HEAD + rest)).toMatch(sentence)
})

const MHTML_HEAD = `From: <Saved by Blink>
Snapshot-Content-Location: https://harbourpost.example/2022/visit
Subject: Visit before May
Date: Sat, 9 Apr 2022 10:00:00 -0000
MIME-Version: 1.0
`

const FRAME = `Content-Type: text/html\nContent-Location: https://ads.example/\n\n<p>${'An advert that says a lot. '.repeat(20)}</p>`
const SAVED = `Content-Type: text/html\nContent-ID: <main>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://harbourpost.example/2022/visit\n\n${quoted(HTML)}`

test.each([
  ['found by its address', MHTML_HEAD + multipart('related; type="text/html"', [FRAME, SAVED])],
  ['named by start', MHTML_HEAD.replace(/Snapshot.*\n/, '') + multipart('related; start="<main>"', [FRAME, SAVED])],
  [
    'cut in the pictures',
    (MHTML_HEAD + multipart('related', [SAVED, 'Content-Type: image/png\n\nxxxx'])).slice(0, -20),
  ],
])('the page in a saved page, %s', async (_, message) => {
  const article = {
    headline: 'Visit before May',
    published: null,
    url: 'https://harbourpost.example/2022/visit',
    text: TEXT,
  }
  expect(await read(message)).toMatchObject(article)
})

test('a saved page in Windows-1252, as its part says', async () => {
  const head = `${MHTML_HEAD}Content-Type: text/html; charset=windows-1252\n\n`
  const message = Buffer.from(
    (head + HTML.replaceAll('“', '\x93').replaceAll('”', '\x94')).replaceAll('\n', '\r\n'),
    'latin1',
  )
  expect(await readArticle(message, NO_HINTS)).toMatchObject({ article: { text: TEXT } })
})

test('a saved page without a page says so', async () => {
  expect(await read(MHTML_HEAD + multipart('related', ['Content-Type: image/png\n\nxx']))).toMatch(/holds no page/)
})

test('text that begins with a byline and a date is no message', async () => {
  expect(await read(`Date: 8 March 2022\nAuthor: Ana Reyes\n\n${TEXT}`)).toMatchObject({ byline: 'Ana Reyes' })
})

test('whatever a message is made of, the outcome is clean text or a sentence', async () => {
  const scraps = fc.constantFrom(
    'From: a <a@b>',
    'To: x',
    'Subject: =?utf-8?B?//8=?=',
    'Subject: =?x?Q?=00=?=',
    'Content-Type: multipart/mixed; boundary=b',
    '--b',
    '--b--',
    'Content-Transfer-Encoding: base64',
    'Content-Type: text/html',
    '',
    '<p>Words.</p>',
    'On 8 March 2022, he wrote:',
    '> words',
    '-- ',
    '=00=',
    '-----Original Message-----',
    'Content-Type: message/rfc822',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(scraps, { maxLength: 25 }), async (lines) => {
      const outcome = await readArticle(bytesOf(`From: a\nTo: b\nSubject: c\n${lines.join('\n')}`), NO_HINTS)
      if (!outcome.ok) return outcome.fault.sentence.length > 10
      expect(outcome.article.text).not.toMatch(/\0|\n{3}|^\s|\s$/)
      expect(Object.values(outcome.article)).not.toContain('')
      return true
    }),
  )
})
