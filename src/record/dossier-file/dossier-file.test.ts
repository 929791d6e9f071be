import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { anyDossierFile } from '../../../test/any-dossier.ts'
import { anyText } from '../../../test/any-text.ts'
import { isDossierFile, isDossierName, parseDossierFile } from './parse-dossier-file.ts'
import { dossierFileSchema } from './schema.ts'
import { writeDossierFile } from './write-dossier-file.ts'

const EXAMPLE = readFileSync(join(import.meta.dirname, 'example.dossier.json'), 'utf8')

/** What is wrong with a file, a sentence for each. */
function faultsOf(text: string): readonly string[] {
  const outcome = parseDossierFile(text)
  return outcome.ok ? [] : outcome.faults.map(({ sentence }) => sentence)
}

test('the example is taken, with what it left out filled in', () => {
  const outcome = parseDossierFile(EXAMPLE)
  if (!outcome.ok) return expect(outcome.faults).toEqual([])
  const { dossier } = outcome.file
  expect(dossier.commitments[0]?.events.map(({ id, due }) => [id, due?.date?.edtf, due?.words])).toEqual([
    ['inspection.2026-02.announced', '2026-06', 'before the end of June'],
    ['inspection.2026-06-26.postponed', '2026-10-01/2026-10-15', 'the first half of October'],
  ])
  expect(dossier.actors[1]?.names).toEqual([
    { name: 'Teodor Halvane', language: null, script: 'Latn', kind: 'official' },
    { name: 'Теодор Халване', language: 'bg', script: 'Cyrl', kind: 'transliteration' },
  ])
  expect(dossier.figures[0]?.claims.map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual([
    ['>', 300, 'people'],
    ['~', 2000, 'people'],
  ])
  expect(dossier.quoted.map(({ id }) => id)).toEqual(['full-confidence', 'quoted.courier-06-26_html.2'])
})

test('the example in the docs is taken', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/dossier-file.md'), 'utf8')
  expect(faultsOf(/```json\n(.+?)```/s.exec(docs)?.[1] ?? '')).toEqual([])
})

test('what is written is read back the same, and written the same again', () => {
  fc.assert(
    fc.property(anyDossierFile, (file) => {
      const text = writeDossierFile(file)
      const outcome = parseDossierFile(text)
      expect(outcome).toEqual({ ok: true, file })
      if (outcome.ok) expect(writeDossierFile(outcome.file)).toBe(text)
    }),
  )
})

/** Takes `from` out of the example, which holds it, and puts `to` there. */
function changed(from: string, to: string): string {
  expect(EXAMPLE).toContain(from)
  return EXAMPLE.replace(from, () => to)
}

const FAULTS: readonly [from: string, to: string, faults: readonly string[]][] = [
  [
    '"onrecord dossier 1"',
    '"onrecord dossier 2"',
    ['format is "onrecord dossier 2"; it has to be "onrecord dossier 1"'],
  ],
  ['  "title": "The inspection of the Tarsil Dam",\n', '', ['title is missing; it has to be text in quotation marks']],
  ['"title": "The inspection of the Tarsil Dam"', '"title": 3', ['title is 3; it has to be text in quotation marks']],
  ['"id": "tarsil-dam"', '"id": "the dam"', ['id is no id; use at most 200 letters without accents']],
  ['"Europe/Vienna"', '"Vienna"', ['timeZones[0] is no time zone']],
  ['"format"', '"colour": 1, "format"', ['colour is no key that a dossier file has here']],
  ['"kind": "group"', '"kind": "gang"', ['actors[4].kind is "gang"; it has to be "person", "organisation"']],
  ['["River Watch"]', '[]', ['actors[4].names is empty; write at least one name']],
  ['["River Watch"]', '[7]', ['actors[4].names[0] is 7; it has to be text in quotation marks or an object']],
  ['["River Watch"]', '[{ "nme": "x" }]', ['actors[4].names[0].name is missing', 'actors[4].names[0].nme is no key']],
  ['"River Watch"', `"${'x'.repeat(10_000)}"`, ['actors[4].names[0] has 10,000 characters, and 200 are the most']],
  ['"River Watch"', '"River\\u202eWatch"', ['actors[4].names[0] holds U+202E']],
  ['"River Watch"', '"River\\u0007"', ['actors[4].names[0] holds the control character U+0007']],
  ['"title": "The inspection', '"title": "\\u202eThe inspection', ['title holds U+202E']],
  ['"title": "The inspection', `"title": "${'x'.repeat(10_000)} The inspection`, ['title has 10,']],
  ['"what": "let inspectors onto', '"what": "\\u2066let inspectors onto', ['commitments[0].what holds U+2066']],
  ['"when": "2024-03/.." }]', '"when": "2024-03/2023-01" }]', ['actors[1].roles[0].when is no date: ']],
  ['"language": "bg"', '"language": "Bulgarian!"', ['actors[1].names[1].language is no language']],
  [
    '"id": "river-watch"',
    '"id": "halvane"',
    [
      'actors[4] has the id "halvane", which actors[1] has too',
      'demands[0].signatories[0] is "river-watch", which is not among the actors',
      'demands[0].evidence[0].by is "river-watch"',
      'figures[0].claims[1].by is "river-watch"',
      'figures[0].claims[1].evidence[0].by is "river-watch"',
    ],
  ],
  [
    '"date": "2026-02",',
    '"date": "2026-02-30",',
    ['commitments[0].events[0].date is no date: 2026-02-30 is not in the calendar'],
  ],
  ['"date": "2026-02",', '"date": "2026-02/..",', ['commitments[0].events[0].date has no end; write on what day']],
  [
    '"date": "2026-02",',
    '"date": "Feb 2026",',
    ['commitments[0].events[0].date is no date: "Feb 2026" is not a date of EDTF'],
  ],
  [
    '"event": "announced"',
    '"event": "promised"',
    ['commitments[0].events[0].event is "promised"; it has to be "announced"'],
  ],
  [
    '"date": "2026-06", "words": "before the end of June"',
    '',
    ['commitments[0].events[0].due is empty; give its date'],
  ],
  [
    '{ "date": "2026-06", "words": "before the end of June" }',
    '"2026-06-31"',
    ['commitments[0].events[0].due is no date'],
  ],
  [
    '"evidence": [{ "article": "courier-06-26.html", "by": "halvane", "words": "they may go where they like" }]',
    '"evidence": []',
    ['commitments[0].terms[0].steps[1].evidence is empty; everything on the record needs evidence'],
  ],
  [
    '"words": "they may go where they like"',
    '"words": "they may go where they like", "stance": "disputes"',
    ['commitments[0].terms[0].steps[1].evidence holds nothing that supports it'],
  ],
  [
    '"article": "letter.txt"',
    '"article": "../../etc/passwd"',
    ['commitments[0].terms[0].steps[0].evidence[0].article is no article'],
  ],
  [
    '"article": "letter.txt"',
    '"article": "/etc/passwd"',
    ['commitments[0].terms[0].steps[0].evidence[0].article is no article'],
  ],
  [
    '"article": "letter.txt"',
    '"article": "javascript:alert(1)"',
    ['commitments[0].terms[0].steps[0].evidence[0].article is no article'],
  ],
  ['"count": 40', '"count": 0', ['demands[0].declared.count has to be at least 1']],
  ['"count": 40', '"count": 1.5', ['demands[0].declared.count is 1.5; it has to be a whole number']],
  [
    '["river-watch"]',
    '["river-watch", "river-watch"]',
    ['demands[0].signatories[1] is "river-watch", who is listed before'],
  ],
  [
    '"signatories": ["river-watch"],\n      "declared": { "count": 40',
    '"signatories": ["river-watch", "halvane"],\n      "declared": { "count": 1',
    ['demands[0].declared.count is 1, and 2 signatories are listed by name'],
  ],
  ['"figure": "> 300 people"', '"figure": "lots"', ['figures[0].claims[0].figure is no figure']],
  [
    '"figure": "> 300 people"',
    '"figure": { "comparator": ">", "value": -3, "unit": "people" }',
    ['figures[0].claims[0].figure.value has to be 0 or more'],
  ],
  ['"claimant": "the police",', '', ['figures[0].claims[0] needs to say who claims it, once']],
  [
    '"claimant": "the police"',
    '"claimant": "the police", "by": "ministry"',
    ['figures[0].claims[0] needs to say who claims it, once'],
  ],
  [
    '"names": ["Government of Talverin"],\n      "relations": [',
    '"names": ["G"],\n      "relations": [{ "kind": "speaks for", "to": "halvane" }, ',
    ['actors go in a circle: '],
  ],
  [
    '"names": ["Seven Rivers Inspectorate"]',
    '"names": ["S"], "roles": [{ "title": "x", "of": "inspectorate" }]',
    ['actors go in a circle: inspectorate has a role at inspectorate; take one of them out'],
  ],
  ['"names": ["Talverin"]', '"names": ["Talverin"], "in": "talver"', ['places go in a circle: ']],
  [
    '"what": "let inspectors onto',
    '"supersedes": "inspection", "what": "let inspectors onto',
    ['commitments go in a circle: inspection supersedes inspection; take one of them out'],
  ],
  [
    '"to": "talver"',
    '"to": "nowhere"',
    ['actors[2].relations[0].to is "nowhere", which is not among the actors and places'],
  ],
  [
    '"about": "inspection"',
    '"about": "ministry"',
    ['demands[0].about is "ministry", which is not among the commitments'],
  ],
  ['"event": "announced"', '"event": "announced", "event": "met"', ['commitments[0].events[0].event is there twice']],
  ['"format"', '"__proto__": { "x": 1 }, "format"', ['__proto__ is no key that a dossier file has here']],
  ['"timeZones"', '"timeZones" "', ['this is not JSON']],
]

test.each(FAULTS)('%s → %s', (from, to, faults) => {
  const found = faultsOf(changed(from, to))
  expect(found).toEqual(faults.map((fault) => expect.stringContaining(fault)))
})

/** Where the strings of a JSON value stand. */
function stringsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => stringsIn(part, [...path, key]))
}

/** The example with something written behind the string at `path`. */
function withBehind(path: readonly string[], more: string): string {
  const whole: unknown = JSON.parse(EXAMPLE)
  const holder = path.slice(0, -1).reduce((value, key) => (value as Record<string, unknown>)[key], whole)
  const key = path.at(-1) ?? ''
  ;(holder as Record<string, string>)[key] += more
  return JSON.stringify(whole)
}

test.each(['\u202e', '\u202d', '\u0000', '\ud800'])('%j behind any text of a dossier file is refused', (character) => {
  const paths = stringsIn(JSON.parse(EXAMPLE))
  expect(paths.length).toBeGreaterThan(80)
  for (const path of paths) expect(faultsOf(withBehind(path, character)), path.join('.')).not.toEqual([])
})

test('faults come in the order of their lines', () => {
  const text = ['{', '"format": "onrecord dossier 1", "id": "x",', '"title": "",', '"actors": [', '{"id": "y"}', ']}']
  const outcome = parseDossierFile(text.join('\n'))
  expect(outcome.ok ? [] : outcome.faults.map(({ line, path }) => [line, path])).toEqual([
    [3, 'title'],
    [5, 'actors[0].kind'],
    [5, 'actors[0].names'],
  ])
})

test.each(['', '[]', '3', 'null', '{', '"format"', `${'['.repeat(100_000)}`, '{"format":"onrecord dossier 1"}'])(
  '%s is refused whole',
  (text) => {
    expect(parseDossierFile(text).ok).toBe(false)
  },
)

test('any file is taken or refused, and each fault is one line', () => {
  const value = fc.oneof(fc.jsonValue(), anyText(10))
  fc.assert(
    fc.property(
      fc.constantFrom('actors', 'commitments', 'demands', 'figures', 'quoted', 'places', 'x'),
      value,
      (key, any) => {
        const text = JSON.stringify({
          format: 'onrecord dossier 1',
          id: 'x',
          title: 'x',
          [key]: [any, { id: any, names: any }],
        })
        const outcome = parseDossierFile(text)
        if (!outcome.ok) for (const { sentence } of outcome.faults) expect(sentence).toMatch(/^.+$/)
      },
    ),
  )
})

test.each([
  [EXAMPLE, true],
  [`\ufeff${EXAMPLE}`, true],
  ['{"format": "something else"}', false],
  ['a text with "format": "onrecord dossier 1" in it', false],
])('%.30s is meant as a dossier file: %s', (text, is) => {
  expect(isDossierFile(text)).toBe(is)
})

test.each([
  ['visit.dossier.json', true],
  ['/data/Visit.DOSSIER.JSON', true],
  ['dossier.json', false],
  ['visit.dossier.json.html', false],
])('the name %s is that of a dossier file: %s', (name, is) => {
  expect(isDossierName(name)).toBe(is)
})

test('a byte order mark does no harm', () => {
  expect(parseDossierFile(`\ufeff${EXAMPLE}`)).toEqual(parseDossierFile(EXAMPLE))
})

test('the JSON Schema in the docs is the one the program goes by', async () => {
  const schema = z.toJSONSchema(dossierFileSchema, { io: 'input' })
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../docs/dossier-file.schema.json')
})
