/** Every key that `read` prints for programs stands in docs/read-output.md, and every key there is printed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readLines } from '../src/jobs/read-lines.ts'
import type { Statement } from '../src/reading/statement.ts'
import { type ReadInput, readingJson } from '../src/view/reading-json.ts'
import { readingJsonLd } from '../src/view/reading-jsonld.ts'

const DOCS = readFileSync(join(import.meta.dirname, '../docs/read-output.md'), 'utf8')

const TEXT = 'Ms Lee told Mr Osei on Monday that “at least ten gates” were open, in a letter, Reuters said.'

const speaker = { name: 'Mara Lee', mention: [0, 6], role: 'minister' } as const

/** A statement in which nothing is left open. */
const FULL: Statement = {
  source: [[0, 6]],
  cue: [[7, 11]],
  content: [[30, 67]],
  kind: 'mixed',
  act: 'assert',
  confidence: 0.9,
  speaker,
  candidates: [{ name: 'Mara Lee', mention: [0, 6] }],
  addressee: { name: 'Ben Osei', mention: [12, 19] },
  occasion: { kind: 'letter', span: [69, 77] },
  chain: [{ name: 'Reuters', span: [79, 86] }],
  saidOn: '2022-03-07',
  figures: [{ comparator: '>=', value: 10, unit: 'gates', span: [36, 54] }],
}

const name = { name: 'Mara Lee', language: 'en', script: 'Latn', span: [0, 6] } as const

/** An input of which everything is known. */
const READ: ReadInput = {
  input: 'page.html',
  sha256: 'a'.repeat(64),
  reader: { name: 'onrecord-small', version: '1.0' },
  article: {
    headline: 'Gates open',
    byline: 'Ana Reyes, Ben Osei',
    outlet: 'Harbour Post',
    published: '2022-03-08',
    language: 'en',
    text: TEXT,
    url: 'https://post.example/a',
    timeCodes: [],
  },
  names: [{ ...name, also: [name] }],
  statements: [FULL, { ...FULL, kind: 'direct' }],
}

/** The keys of a value, each with those around it: "article.names.span". Spans and other plain values have none. */
function keysOf(value: unknown, around = ''): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...keysOf(item, around)]))
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(
    Object.entries(value).flatMap(([key, inner]) => [`${around}${key}`, ...keysOf(inner, `${around}${key}.`)]),
  )
}

/** The keys that the tables of a section name in their first column. */
function documented(section: string): ReadonlySet<string> {
  const [, words = ''] = DOCS.split(`## \`${section}\``)
  const rows = (words.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
  return new Set(
    rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key)),
  )
}

/** Objects that only group others have no line of their own. */
const GROUPS = new Set(['article', 'reader'])

test('read --format json', () => {
  const keys = keysOf(JSON.parse(readingJson(READ)))
  expect(documented('read --format json')).toEqual(keys.difference(GROUPS))
})

test('read --format jsonld', () => {
  expect(documented('read --format jsonld')).toEqual(keysOf(JSON.parse(readingJsonLd(READ))))
})

test('read --jsonl', async () => {
  const line = { id: 1, text: TEXT, published: '2022-03-08' }
  const given: string[] = []
  const reading = { reader: READ.reader, names: READ.names, statements: READ.statements }
  const reader = {
    read: () => Promise.reject(new Error('only texts are read here')),
    readText: async () => ({ ok: true, reading }) as const,
    close: async () => undefined,
  }
  const out = async (printed: string) => void given.push(printed)
  const stream = Readable.from([Buffer.from(`${JSON.stringify(line)}\n`)])
  expect(await readLines(stream, { reader, atOnce: 1, out, fault: () => undefined })).toBe(0)
  const printed = keysOf(JSON.parse(given[0] ?? 'null')).values()
  // Those of a statement stand in the table above.
  const own = new Set(printed.filter((key) => !key.includes('.')))
  expect(documented('read --jsonl')).toEqual(own.union(keysOf(line)))
})
