import { expect, test } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import type { StatementKind } from '../reading/statement.ts'
import { readingJsonLd } from './reading-jsonld.ts'

function jsonLdOf(notation: string, kind: StatementKind, byline: string | null = null, role: string | null = null) {
  const { article, reading, sha256 } = coverageOf(notation)
  const statements = reading.statements.map((statement) => ({
    ...statement,
    kind,
    speaker: statement.speaker && { ...statement.speaker, role },
  }))
  const read = {
    input: 'a.html',
    sha256,
    reader: reading.reader,
    article: { ...article, byline },
    names: [],
    statements,
  }
  return JSON.parse(readingJsonLd(read))
}

test.each<[kind: StatementKind, notation: string, node: object]>([
  ['direct', '[S:Ms Lee] [C:said] [Q:“It is over.”]', { '@type': 'Quotation', spokenByCharacter: { name: 'Ms Lee' } }],
  ['indirect', '[S:Ms Lee] [C:said] [Q:it was over].', { '@type': 'Claim', author: { name: 'Ms Lee' } }],
  [
    'mixed',
    '[S:Ms Lee] [C:said] [Q:it was “over, they say ‘done’”, and “gone”]. “No.”',
    {
      '@type': 'Claim',
      text: 'it was “over, they say ‘done’”, and “gone”',
      hasPart: [
        { '@type': 'Quotation', text: '“over, they say ‘done’”' },
        { '@type': 'Quotation', text: '“gone”' },
      ],
    },
  ],
])('a statement that is %s', (kind, notation, node) => {
  expect(jsonLdOf(notation, kind).hasPart).toMatchObject([{ ...node, creditText: 'Ms Lee … said' }])
})

test('a speaker with a role is a person, and so is each author', () => {
  const read = jsonLdOf('[S:Ms Lee] [C:said] [Q:“No.”]', 'direct', 'Ana Reyes and Ben Osei', 'mayor')
  expect(read.hasPart[0].spokenByCharacter).toEqual({ '@type': 'Person', name: 'Ms Lee', jobTitle: 'mayor' })
  expect(read.author).toEqual([
    { '@type': 'Person', name: 'Ana Reyes' },
    { '@type': 'Person', name: 'Ben Osei' },
  ])
  expect(jsonLdOf('It rained.', 'direct', 'Reuters').author).toEqual({ '@type': 'Organization', name: 'Reuters' })
})
