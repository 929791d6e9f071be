import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bibtexCitation } from './bibtex.ts'
import type { Citation } from './citation.ts'
import { citedDate } from './cited-date.ts'
import { cslCitation } from './csl-json.ts'
import { apaCitation, chicagoCitation } from './plain-styles.ts'

const ARTICLE = {
  byline: 'Ana Ruiz',
  headline: 'Report on the dam “in weeks”',
  outlet: 'The Harbour Post',
  published: '2021-12-11',
  url: 'https://post.example/dam?a=1&b={2}',
}

function statement(changes: Partial<Citation> = {}): Citation {
  return {
    key: '01ABC',
    author: 'Mara Lee',
    title: 'We will publish the report in the coming weeks.',
    date: '2021-12-10',
    language: 'en',
    statement: { kind: 'direct', way: 'reported by The Harbour Post, citing Reuters', article: ARTICLE },
    recordedAt: '2026-11-24T10:00:00.000Z',
    address: 'https://record.example/statements/01ABC',
    ...changes,
  }
}

const page = statement({
  author: null,
  title: 'Mara Lee',
  date: '2026-11-24',
  statement: null,
  address: 'https://record.example/speakers/01XYZ',
})

test('a statement in two usual styles', () => {
  expect(apaCitation(statement()).split('\n')).toEqual([
    'Mara Lee. (2021, December 10). “We will publish the report in the coming weeks.” [Statement, reported by The Harbour Post, citing Reuters]. Onrecord. https://record.example/statements/01ABC',
    'Printed in: Ana Ruiz. (2021, December 11). Report on the dam “in weeks”. The Harbour Post. https://post.example/dam?a=1&b={2}',
  ])
  expect(chicagoCitation(statement())).toBe(
    'Mara Lee, “We will publish the report in the coming weeks,” December 10, 2021, reported by The Harbour Post, citing Reuters, in Ana Ruiz, “Report on the dam ‘in weeks’,” The Harbour Post, December 11, 2021, https://post.example/dam?a=1&b={2}, Onrecord, on record since November 24, 2026, https://record.example/statements/01ABC.',
  )
})

test('a page', () => {
  expect(apaCitation(page)).toBe('Onrecord. (2026, November 24). Mara Lee. https://record.example/speakers/01XYZ')
  expect(chicagoCitation(page)).toBe(
    '“Mara Lee,” Onrecord, last changed November 24, 2026, https://record.example/speakers/01XYZ.',
  )
})

test('the outlet’s words do not pass for the speaker’s', () => {
  const indirect = statement({ statement: { kind: 'indirect', way: 'reported by The Harbour Post', article: ARTICLE } })
  for (const cited of [apaCitation(indirect), chicagoCitation(indirect)]) {
    expect(cited).toContain('in the outlet’s words')
    expect(cited).not.toContain('“We')
  }
  expect(bibtexCitation(indirect)).toContain('In the words of the outlet')
  expect(cslCitation(indirect)).toContain('in the words of the outlet')
})

test('BibTeX', () => {
  expect(bibtexCitation(statement())).toBe(`@misc{onrecord-01ABC,
  author = {{Mara Lee}},
  title = {{We will publish the report in the coming weeks.}},
  year = {2021},
  month = dec,
  day = {10},
  howpublished = {Onrecord},
  url = {https://record.example/statements/01ABC},
  note = {Quoted, reported by The Harbour Post, citing Reuters, in: Report on the dam “in weeks” (2021-12-11), \\url{https://post.example/dam?a=1&b=%7B2%7D}. On record since 2026-11-24}
}
`)
})

test('CSL-JSON', () => {
  expect(JSON.parse(cslCitation(statement({ date: '2021-12-10/2022-01~' })))).toEqual([
    {
      id: 'onrecord-01ABC',
      type: 'webpage',
      author: [{ literal: 'Mara Lee' }],
      title: 'We will publish the report in the coming weeks.',
      issued: {
        'date-parts': [
          [2021, 12, 10],
          [2022, 1],
        ],
        circa: true,
      },
      'available-date': { 'date-parts': [[2026, 11, 24]] },
      'container-title': 'Onrecord',
      language: 'en',
      URL: 'https://record.example/statements/01ABC',
      genre: 'Statement',
      'original-title': 'Report on the dam “in weeks”',
      'original-publisher': 'The Harbour Post',
      'original-date': { 'date-parts': [[2021, 12, 11]] },
      note: 'reported by The Harbour Post, citing Reuters: https://post.example/dam?a=1&b={2}',
    },
  ])
})

const DATES: readonly [edtf: string | null, apa: string, parts: string | null][] = [
  ['2021-12-10', '2021, December 10', '2021-12-10'],
  ['2021-12', '2021, December', '2021-12'],
  ['2021', '2021', '2021'],
  ['2021-12~', 'ca. 2021, December', '2021-12~'],
  ['2021-12-XX', '2021, December', '2021-12'],
  ['2022-08-31T23:47:00+02:00', '2022, August 31', '2022-8-31'],
  ['2021-12-10/2022-01', '2021, December 10–2022, January', '2021-12-10/2022-1'],
  ['2021/..', '2021', '2021'],
  ['../2021', 'until 2021', '/2021'],
  ['202X', 'n.d.', null],
  ['soon', 'n.d.', null],
  [null, 'n.d.', null],
]

test.each(DATES)('%s', (edtf, apa, parts) => {
  expect(/\((.*?)\)/.exec(apaCitation(statement({ date: edtf })))?.[1]).toBe(apa)
  const date = citedDate(edtf)
  const written = date && [date.from?.join('-') ?? '', ...(date.to === null ? [] : [date.to.join('-')])].join('/')
  expect(date === null ? null : `${written}${date.isAbout ? '~' : ''}`).toBe(parts)
})

test('what is not known is left out', () => {
  const bare = { byline: null, headline: null, outlet: null, published: null, url: null }
  const unknown = statement({
    author: null,
    date: null,
    language: null,
    statement: { kind: 'direct', way: 'reported by an outlet that is not known', article: bare },
  })
  for (const cited of [apaCitation(unknown), chicagoCitation(unknown), bibtexCitation(unknown), cslCitation(unknown)])
    expect(cited).not.toMatch(/null|undefined|, ,|\.\.|“”/)
})

const anyWords = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('}\\input{/etc/passwd}', '"], "x": "', '\u202e\n\n', '%'),
)

test('whatever words are in it, braces balance, lines stay lines, and JSON is JSON', () => {
  fc.assert(
    fc.property(anyWords, anyWords, (author, title) => {
      const hostile = statement({ author, title })
      const bibtex = bibtexCitation(hostile)
      const braces = bibtex.replace(/\\[{}]/g, '').match(/[{}]/g) ?? []
      let depth = 0
      for (const brace of braces) {
        depth += brace === '{' ? 1 : -1
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
      expect(bibtex.split('\n')).toHaveLength(11)
      expect(apaCitation(hostile).split('\n')).toHaveLength(2)
      expect(chicagoCitation(hostile)).not.toContain('\u202e')
      expect(JSON.parse(cslCitation(hostile))).toHaveLength(1)
    }),
  )
})
