import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownEdtf } from '../../text/edtf-time.ts'
import type { CommitmentEvent, EventKind } from '../commitments/commitment.ts'
import { dayBegins } from '../dossier/day-begins.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { dossierMoves } from './dossier-moves.ts'
import type { PublicState } from './public-state.ts'

const at = (day: string) => `2026-${day}T12:00:00.000Z`

/** An event in short: `id kind date` and, where it sets one, `due date`. */
function eventOf(words: string): CommitmentEvent {
  const [id = '', kind = '', date = '', , due] = words.split(' ')
  return {
    id,
    kind: kind as EventKind,
    date: knownEdtf(date),
    due: due === undefined ? null : { date: knownEdtf(due), words: null },
    evidence: [
      {
        article: 'post',
        words: 'it will be done',
        statementId: null,
        speakerId: 'lee',
        saidOn: null,
        via: [],
        isPrimary: false,
        stance: 'supports',
      },
    ],
  }
}

function dossierOf(events: readonly string[], timeZones: readonly string[]): Dossier {
  const commitment = { id: 'report', actorId: 'lee', what: 'publish', supersedes: null, terms: [] }
  return {
    id: 'dam',
    title: 'The dam',
    summary: null,
    timeZones,
    actors: [],
    places: [],
    commitments: [{ ...commitment, events: events.map((words) => eventOf(words.replace('*', ''))) }],
    demands: [],
    figures: [],
    quoted: [],
  }
}

/**
 * States in short: `MM-DD:` and the events that are public from then on, `id kind date`, divided by semicolons; one that
 * reads otherwise than before is marked `*`, one that was taken back `-id`; `nothing` is a dossier that is not public.
 */
function statesOf(lines: readonly string[], timeZones: readonly string[] = []): readonly PublicState[] {
  const since = new Map<string, string>()
  return lines.map((line): PublicState => {
    const [day = '', words = ''] = line.split(': ')
    const all = words.split('; ').filter((one) => one !== 'nothing')
    const events = all.filter((one) => !one.startsWith('-'))
    for (const event of events) {
      const id = event.replace('*', '').split(' ')[0] ?? ''
      if (event.startsWith('*') || !since.has(id)) since.set(id, at(day))
    }
    const gone = all.flatMap((one) =>
      one.startsWith('-')
        ? [
            {
              thingId: one.slice(1),
              type: 'event',
              of: 'report',
              how: 'withdrawn',
              recordedAt: at(day),
              reason: 'wrong',
            } as const,
          ]
        : [],
    )
    return {
      from: at(day),
      dossier: words === 'nothing' ? null : dossierOf(events, timeZones),
      since: new Map(since),
      gone,
    }
  })
}

const ALWAYS = { after: '', upTo: at('12-31') }

function told(states: readonly PublicState[], span = ALWAYS): readonly string[] {
  return dossierMoves('dam', states, span).map(({ at: time, moved, how }) => {
    const what = moved.kind === 'part' ? moved.part[1] : moved.kind
    return `${time.slice(5, 16)} ${what}${how === 'new' ? '' : ` ${how}`}`
  })
}

const CASES: readonly [name: string, states: readonly string[], told: readonly string[]][] = [
  ['an event', ['02-03: a announced 2026-02-03'], ['02-03T12:00 a']],
  ['nothing public', ['02-03: nothing'], []],
  ['published later', ['02-03: nothing', '02-09: a announced 2026-02-03'], ['02-09T12:00 a']],
  [
    'published anew: not again',
    ['02-03: a announced 2026-02-03', '02-04: nothing', '02-05: a announced 2026-02-03'],
    ['02-03T12:00 a'],
  ],
  [
    'corrected',
    ['02-03: a announced 2026-02-03', '02-05: *a announced 2026-02-04'],
    ['02-03T12:00 a', '02-05T12:00 a correction'],
  ],
  [
    'taken back, once',
    [
      '02-03: a announced 2026-02-03; b agreed 2026-02-03',
      '02-05: a announced 2026-02-03; -b',
      '02-06: a announced 2026-02-03; -b',
    ],
    ['02-03T12:00 a', '02-03T12:00 b', '02-05T12:00 b withdrawn'],
  ],
  [
    'due on the day, overdue when it is over',
    ['02-03: a announced 2026-02-03 due 2026-06'],
    ['02-03T12:00 a', '06-30T00:00 due', '07-01T00:00 overdue'],
  ],
  [
    'met in time: never overdue',
    ['02-03: a announced 2026-02-03 due 2026-06', '06-30: a announced 2026-02-03 due 2026-06; b met 2026-06-30'],
    ['02-03T12:00 a', '06-30T00:00 due', '06-30T12:00 b'],
  ],
  [
    'moved to another date: due again',
    [
      '02-03: a announced 2026-02-03 due 2026-03-01',
      '03-05: a announced 2026-02-03 due 2026-03-01; b postponed 2026-03-05 due 2026-04-01',
    ],
    [
      '02-03T12:00 a',
      '03-01T00:00 due',
      '03-02T00:00 overdue',
      '03-05T12:00 b',
      '04-01T00:00 due',
      '04-02T00:00 overdue',
    ],
  ],
  [
    'overdue when it came into the record',
    ['08-03: a announced 2026-02-03 due 2026-06'],
    ['08-03T12:00 a', '08-03T12:00 overdue'],
  ],
  [
    'overdue, and published anew: not again',
    ['08-03: a announced 2026-02-03 due 2026-06', '08-04: nothing', '08-05: a announced 2026-02-03 due 2026-06'],
    ['08-03T12:00 a', '08-03T12:00 overdue'],
  ],
]

test.each(CASES)('%s', (_, states, lines) => {
  expect(told(statesOf(states)).toSorted()).toEqual(lines.toSorted())
})

test('a day is over where it ends last', () => {
  const states = statesOf(['02-03: a announced 2026-02-03 due 2026-06'], ['Asia/Shanghai', 'America/New_York'])
  expect(told(states)).toEqual(['02-03T12:00 a', '06-30T04:00 due', '07-01T04:00 overdue'])
  expect(dayBegins(0, [])).toBe('1970-01-01T00:00:00.000Z')
})

test('spans that follow each other hold each move once, however they are cut', () => {
  const events = fc.constantFrom(
    'nothing',
    'a announced 2026-02-03 due 2026-06',
    '*a announced 2026-02-03 due 2026-07-10',
    'a announced 2026-02-03 due 2026-06; b met 2026-06-20',
    'a announced 2026-02-03 due 2026-06; b postponed 2026-05 due 2026-08-15',
    'a announced 2026-02-03 due 2026-06; -b',
  )
  const day = fc.integer({ min: 0, max: 300 }).map((days) => new Date(Date.UTC(2026, 1, 1 + days)).toISOString())
  const history = fc.uniqueArray(fc.tuple(day, events), { selector: ([from]) => from, maxLength: 8 })
  fc.assert(
    fc.property(history, fc.array(day, { maxLength: 6 }), (list, cuts) => {
      const lines = list
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([from, words]) => `${from.slice(5, 10)}: ${words}`)
      const states = statesOf(lines)
      const edges = ['', ...new Set(cuts.toSorted()), ALWAYS.upTo]
      const pieces = edges.slice(1).map((upTo, n) => {
        const known = states.filter(({ from }) => from <= upTo)
        return dossierMoves('dam', known, { after: edges[n] ?? '', upTo })
      })
      // What was not yet recorded at the end of a span changes nothing of it.
      expect(pieces.flat()).toEqual(dossierMoves('dam', states, ALWAYS))
      const keys = pieces.flat().map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})
