import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersInWords, casesIn } from '../../../test/commitment-cases.ts'
import { type DayNumber, dayNumber, edtfOfDay } from '../../text/calendar-day.ts'
import { knownEdtf } from '../../text/edtf-time.ts'
import { actorIndex } from '../actors/speaks-for.ts'
import { dayInLastZone, isTimeZone } from '../dossier/day-in-zones.ts'
import type { Evidence } from '../dossier/quoted.ts'
import { type Commitment, type CommitmentEvent, EVENT_KINDS } from './commitment.ts'
import { type AnswerOptions, threeAnswers } from './three-answers.ts'

const CASES = casesIn(readFileSync(join(import.meta.dirname, 'three-answers.cases.txt'), 'utf8'))

function commitmentOf(events: readonly CommitmentEvent[]): Commitment {
  return { id: 'report', actorId: 'office', what: 'publish its report', supersedes: null, events, terms: [] }
}

test('there are at least 80 cases', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(80)
})

test.each(CASES.map((one) => [`line ${one.line}: ${one.name}`, one] as const))('%s', (_, one) => {
  expect(answersInWords(threeAnswers(commitmentOf(one.events), one.options))).toBe(one.expected)
})

const FIRST = dayNumber(2020, 1, 1)
const day = fc.integer({ min: FIRST, max: FIRST + 800 })
const time = fc
  .tuple(day, fc.constantFrom(10, 7, 4), fc.constantFrom('', '~', '?'))
  .map(([at, length, mark]) => knownEdtf(`${edtfOfDay(at)?.slice(0, length)}${mark}`))

const evidence: fc.Arbitrary<Evidence> = fc.record({
  article: fc.constantFrom('courier', 'gazette', 'herald', 'nobody knows'),
  words: fc.constant('words'),
  statementId: fc.constant(null),
  speakerId: fc.constantFrom(null, 'office', 'spokesman', 'watch'),
  saidOn: fc.option(time, { nil: null }),
  via: fc.constant([]),
  isPrimary: fc.boolean(),
  stance: fc.constantFrom('supports', 'disputes', 'mentions'),
})

const events: fc.Arbitrary<readonly CommitmentEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      date: time,
      due: fc.option(fc.record({ date: fc.option(time, { nil: null }), words: fc.constant(null) }), { nil: null }),
      evidence: fc.array(evidence, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((event, at) => ({ ...event, id: `e${at}` })))

const spokesman = {
  id: 'spokesman',
  kind: 'person',
  names: [],
  roles: [],
  relations: [{ kind: 'speaks for', to: 'office', when: knownEdtf('2020-06/2021') }],
  identifiers: [],
} as const

function optionsOn(today: DayNumber): AnswerOptions {
  const articleOf = (article: string) => ({ outlet: article === 'nobody knows' ? null : article, published: null })
  return { today, actors: actorIndex([spokesman]), articleOf, supersededOn: null }
}

test('the order in which events and evidence are entered changes nothing', () => {
  const shuffled = events.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, day, ([list, other], today) => {
      const turned = other.map((event) => ({ ...event, evidence: event.evidence.toReversed() }))
      expect(threeAnswers(commitmentOf(turned), optionsOn(today))).toEqual(
        threeAnswers(commitmentOf(list), optionsOn(today)),
      )
    }),
  )
})

test('more evidence never makes a commitment less supported, unless it disputes', () => {
  const rank = { none: 0, reported: 1, supported: 2, disputed: 3 }
  fc.assert(
    fc.property(events, fc.nat(), evidence, day, (list, place, more, today) => {
      const added = list.map((event, at) =>
        at === place % list.length ? { ...event, evidence: [...event.evidence, more] } : event,
      )
      const before = threeAnswers(commitmentOf(list), optionsOn(today)).evidence.support
      const after = threeAnswers(commitmentOf(added), optionsOn(today)).evidence.support
      if (more.stance === 'disputes') expect([before, 'disputed']).toContain(after)
      else expect(rank[after]).toBeGreaterThanOrEqual(rank[before])
    }),
  )
})

test('overdue counts up by one each day until an event ends it', () => {
  fc.assert(
    fc.property(events, day, (list, today) => {
      const [now, next] = [today, today + 1].map((at) => threeAnswers(commitmentOf(list), optionsOn(at)).schedule)
      const isQuiet = !list.some(({ date }) => beginsOn(date, today + 1))
      if (now?.state !== 'overdue' || !isQuiet) return
      expect(next).toEqual({
        ...now,
        by: { ...now.by, least: now.by.least + 1, most: now.by.most + 1 },
        pastFirstDue: now.pastFirstDue === null ? null : expect.anything(),
      })
    }),
  )
})

/** Whether what has this date may have happened from this day on. */
function beginsOn(date: CommitmentEvent['date'], at: DayNumber): boolean {
  return date.kind === 'date' && date.date.first === at
}

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC')
const instant = fc
  .date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
/** Kiritimati and Pago Pago are 25 hours apart: for an hour a day, theirs are two different tomorrows. */
const EDGE = /^Pacific\/(?:Kiritimati|Apia|Fakaofo|Tongatapu|Enderbury|Kanton|Chatham|Auckland|Midway|Niue|Pago_Pago)$/

test('two time zones differ by a day at most', () => {
  fc.assert(
    fc.property(instant, zone, zone, (now, one, other) => {
      fc.pre(!(EDGE.test(one) && EDGE.test(other)))
      const days = [one, other].map((name) => dayInLastZone(now, [name]))
      expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(1)
      expect(dayInLastZone(now, [one, other])).toBe(Math.min(...days))
    }),
  )
})

test.each([
  ['Europe/Zurich', true],
  ['America/Argentina/Buenos_Aires', true],
  ['UTC', true],
  ['Zurich', false],
  ['europe/zurich', false],
  ['+02:00', false],
  ['Europe/Nowhere', false],
  ['', false],
  ['Europe/Zurich; drop', false],
])('%s is a time zone: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is)
})
