import fc from 'fast-check'
import type { Actor } from '../src/record/actors/actor.ts'
import { type Commitment, EVENT_KINDS } from '../src/record/commitments/commitment.ts'
import { type Demand, REPLY_KINDS } from '../src/record/dossier/demand.ts'
import type { Dossier } from '../src/record/dossier/dossier.ts'
import type { Evidence, Quoted } from '../src/record/dossier/quoted.ts'
import { TERM_STATES } from '../src/record/dossier/term.ts'
import { defaultId } from '../src/record/dossier-file/default-ids.ts'
import type { DossierFile } from '../src/record/dossier-file/dossier-file.ts'
import { lineFault, MAX_NAME, wordsFault } from '../src/record/line-fault.ts'
import { dayNumber, edtfOfDay } from '../src/text/calendar-day.ts'
import { type Edtf, knownEdtf } from '../src/text/edtf-time.ts'
import { anyText } from './any-text.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const line = fc.oneof(
  fc.constantFrom('publish its report', '<b onclick=x>“Lee” & Sons</b>', '新疆', 'Ελλάδα', '__proto__', '= 1'),
  anyText(20).filter((text) => lineFault(text, MAX_NAME) === null),
)
const words = fc.oneof(
  line,
  anyText(40).filter((text) => wordsFault(text, MAX_NAME) === null),
)

const day = fc
  .integer({ min: dayNumber(1601, 1, 1), max: dayNumber(2199, 12, 31) })
  .map((number) => edtfOfDay(number) ?? '')

/** Dates that something happened on. */
const pastDate: fc.Arbitrary<Edtf> = fc
  .oneof(
    fc
      .tuple(day, fc.constantFrom(10, 7, 4), fc.constantFrom('', '~', '?', '%'))
      .map(([date, length, mark]) => date.slice(0, length) + mark),
    day.map((date) => `${date.slice(0, 7)}-XX`),
    day.map((date) => `${date}T23:47:00+02:00`),
    fc.tuple(day, day).map((days) => days.toSorted().join('/')),
  )
  .map(knownEdtf)
const date: fc.Arbitrary<Edtf> = fc.oneof(
  pastDate,
  fc.tuple(day, fc.constantFrom('/..', '/')).map(([from, end]) => knownEdtf(`${from}${end}`)),
)

const quoted = (actors: readonly string[]): fc.Arbitrary<Quoted> =>
  fc.record({
    article: fc.constantFrom('courier.html', 'a/b c.txt', 'https://example.org/a?b=1#c', '新疆.html'),
    words,
    statementId: fc.constant(null),
    speakerId: fc.constantFrom(null, ...actors),
    saidOn: maybe(pastDate),
    via: fc.array(line, { maxLength: 2 }),
    isPrimary: fc.boolean(),
  })

/** At least one piece, and the first of it supports. */
const evidence = (actors: readonly string[]): fc.Arbitrary<readonly Evidence[]> =>
  fc
    .array(fc.tuple(quoted(actors), fc.constantFrom('supports', 'disputes', 'mentions')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) => list.map(([one, stance], at) => ({ ...one, stance: at === 0 ? 'supports' : stance })))

const name = fc.record({
  name: line,
  language: fc.constantFrom(null, 'el', 'zh-Hant', 'en'),
  script: fc.constantFrom('Latn', 'Hani', 'Grek', 'Zyyy'),
  kind: fc.constantFrom('official', 'alias', 'transliteration'),
})
const names = fc.array(name, { minLength: 1, maxLength: 3 })
const identifiers = fc
  .uniqueArray(fc.constantFrom('wikidata', 'isni', 'viaf', 'lei', 'url'))
  .chain((schemes) => fc.tuple(...schemes.map((scheme) => line.map((value) => ({ scheme, value })))))

/** An actor that only leads to those before it, so that nothing goes in a circle. */
function actor(at: number): fc.Arbitrary<Actor> {
  const others = Array.from({ length: at }, (_, other) => `a${other}`)
  const relations =
    at === 0
      ? fc.constant([])
      : fc.array(
          fc.record({
            kind: fc.constantFrom('part of', 'office of', 'speaks for', 'also called'),
            to: fc.constantFrom(...others),
            when: maybe(date),
          }),
          { maxLength: 2 },
        )
  return fc.record({
    id: fc.constant(`a${at}`),
    kind: fc.constantFrom('person', 'organisation', 'public body', 'group'),
    names,
    roles: fc.array(fc.record({ title: line, of: fc.constantFrom(null, ...others), when: maybe(date) }), {
      maxLength: 2,
    }),
    relations,
    identifiers,
  })
}

/** The id that a file leaves out, or one that it gives; `at` keeps apart what has the same date. */
const ownId = (of: string, what: string, at: number) => (made: Edtf) =>
  at === 0 ? defaultId(of, made, what) : `${of}-${at}`

function commitment(at: number, actors: readonly string[]): fc.Arbitrary<Commitment> {
  const id = `c${at}`
  const due = fc
    .record({ date: maybe(date), words: maybe(line) })
    .filter((value) => value.date !== null || value.words !== null)
  const event = fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    date: pastDate,
    due: maybe(due),
    evidence: evidence(actors),
  })
  const step = fc.record({
    state: fc.constantFrom(...TERM_STATES),
    by: fc.constantFrom(null, ...actors),
    date: pastDate,
    evidence: evidence(actors),
  })
  const steps = fc
    .array(step, { minLength: 1, maxLength: 2 })
    .map((list) => list.map((one, n) => ({ id: ownId(`${id}.term`, one.state, n)(one.date), ...one })))
  return fc.record({
    id: fc.constant(id),
    actorId: fc.constantFrom(...actors),
    what: line,
    supersedes: fc.constantFrom(null, ...(at > 0 ? ['c0'] : [])),
    events: fc
      .array(event, { minLength: 1, maxLength: 3 })
      .map((list) => list.map((one, n) => ({ id: ownId(id, one.kind, n)(one.date), ...one }))),
    terms: steps.map((list) => [{ id: `${id}.term`, what: 'a term', steps: list }]),
  })
}

function demand(at: number, actors: readonly string[]): fc.Arbitrary<Demand> {
  const id = `d${at}`
  const reply = fc.record({
    kind: fc.constantFrom(...REPLY_KINDS),
    by: fc.constantFrom(null, ...actors),
    date: pastDate,
    evidence: evidence(actors),
  })
  return fc.record({
    id: fc.constant(id),
    addresseeId: fc.constantFrom(...actors),
    what: line,
    date: pastDate,
    commitmentId: fc.constantFrom(null, 'c0'),
    listed: fc.subarray([...actors]),
    declared: maybe(fc.record({ count: fc.integer({ min: actors.length, max: 1e6 }), of: line })),
    evidence: evidence(actors),
    replies: fc
      .array(reply, { maxLength: 2 })
      .map((list) => list.map((one, n) => ({ id: ownId(id, one.kind, n)(one.date), ...one }))),
  })
}

const amount = fc.record({
  comparator: fc.constantFrom('=', '>=', '<=', '>', '<', '~'),
  value: fc.oneof(fc.integer({ min: 0, max: 1e15 }), fc.double({ min: 0, max: 1e15, noNaN: true })),
  unit: fc.oneof(line, fc.constantFrom('people', 'million people', 'thousand', '= x', '1,000 tons')),
})

/** Any dossier that the record takes, with what its file says of articles. */
export const anyDossierFile: fc.Arbitrary<DossierFile> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const actors = Array.from({ length: count }, (_, at) => `a${at}`)
  const claim = fc
    .record({
      by: fc.constantFrom(null, ...actors),
      amount,
      date: pastDate,
      since: maybe(date),
      evidence: evidence(actors),
    })
    .map((one) => ({
      id: defaultId('f0', one.date, one.by ?? 'claim'),
      by: one.by,
      claimant: one.by === null ? 'campaigners' : null,
      ...one.amount,
      date: one.date,
      since: one.since,
      evidence: one.evidence,
    }))
  const dossier: fc.Arbitrary<Dossier> = fc.record({
    id: fc.constant('dossier'),
    title: line,
    summary: maybe(words),
    timeZones: fc.subarray(['Europe/Zurich', 'Asia/Shanghai', 'UTC']),
    actors: fc.tuple(...actors.map((_, at) => actor(at))),
    places: fc.record({ id: fc.constant('p0'), names, in: fc.constant(null), identifiers }).map((place) => [place]),
    commitments: fc.tuple(commitment(0, actors), commitment(1, actors)),
    demands: fc.tuple(demand(0, actors)),
    figures: fc.record({ id: fc.constant('f0'), what: line, claims: fc.tuple(claim) }).map((figures) => [figures]),
    quoted: fc.array(quoted(actors), { maxLength: 3 }).map((list) => list.map((one, at) => ({ id: `q${at}`, ...one }))),
  })
  const articles = fc.array(
    fc.record({
      article: fc.constantFrom('courier.html', 'gazette.html'),
      url: maybe(fc.constant('https://example.org/')),
      sha256: maybe(fc.constant('0'.repeat(64))),
    }),
    { maxLength: 2 },
  )
  return fc.record({ dossier, articles })
})
