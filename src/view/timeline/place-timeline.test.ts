import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../../text/calendar-day.ts'
import { knownEdtf } from '../../text/edtf-time.ts'
import { type PlacedLine, type PlacedText, placeTimeline, RADIUS, SIZE } from './place-timeline.ts'
import { textWidth } from './text-width.ts'
import { ticksOf, timeScale } from './time-scale.ts'
import type { TimelineGroup, TimelineLine } from './timeline-lines.ts'

const FIRST = dayNumber(2021, 12, 1)
const DATE = knownEdtf('2021-12-01')

const line: fc.Arbitrary<TimelineLine> = fc
  .record({
    kind: fc.constantFrom('event', 'due', 'demand', 'quoted'),
    from: fc.integer({ min: 0, max: 400 }),
    length: fc.constantFrom(0, 0, 0, 5, 60),
    late: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
    what: fc.oneof(fc.lorem({ maxCount: 25 }), fc.string({ unit: 'grapheme', maxLength: 80 })),
  })
  .map(({ kind, from, length, late, what }) => {
    const [first, last] = [FIRST + from, FIRST + from + length]
    const overdue = late === null ? null : { perhapsFrom: first + 1, from: last + 1, to: last + late }
    return { id: 'x', kind, date: DATE, first, last, overdue, when: '1 December 2021', what, evidence: [] }
  })

const groups: fc.Arbitrary<readonly TimelineGroup[]> = fc.array(
  fc.record({ id: fc.constant(null), heading: fc.lorem({ maxCount: 20 }), lines: fc.array(line, { minLength: 1 }) }),
  { minLength: 1, maxLength: 4 },
)

type Box = readonly [left: number, top: number, right: number, bottom: number]

function boxOfText({ x, y, text, isEnd }: PlacedText): Box {
  const width = textWidth(text, SIZE)
  return isEnd ? [x - width, y - SIZE, x, y + 4] : [x, y - SIZE, x + width, y + 4]
}

function boxOfMark({ y, from, to, overdue }: PlacedLine): Box {
  return [from - RADIUS, y - RADIUS, Math.max(to, overdue?.to ?? to) + RADIUS, y + RADIUS]
}

function isOver(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

test.each([288, 560, 1040])(
  'at %i pixels nothing lies over anything else or outside, however close events are',
  (width) => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 800 }), (all, day) => {
        const placed = placeTimeline(all, { width, today: FIRST + day })
        const boxes = placed.groups.flatMap(({ heading, lines }) => [
          ...heading.map(boxOfText),
          ...lines.flatMap((one) => [...one.label.map(boxOfText), boxOfMark(one)]),
        ])
        for (const [at, box] of boxes.entries()) {
          expect(box[0]).toBeGreaterThanOrEqual(-0.001)
          expect(box[2]).toBeLessThanOrEqual(width + 0.001)
          expect(box[3]).toBeLessThanOrEqual(placed.height)
          const over = boxes.findIndex((other, place) => place > at && isOver(box, other))
          expect(over).toBe(-1)
        }
      }),
      { numRuns: 40 },
    )
  },
)

test('a bar is longer each day on which something is overdue', () => {
  const due = { id: 'x', kind: 'due', date: DATE, first: FIRST, last: FIRST, when: '', what: '', evidence: [] } as const
  const lengthOn = (late: number) => {
    const overdue = { perhapsFrom: FIRST + 1, from: FIRST + 1, to: FIRST + late }
    const other = { ...due, id: 'y', kind: 'event', first: FIRST - 400, last: FIRST + 400, overdue: null } as const
    const lines = [{ ...due, overdue }, other]
    const placed = placeTimeline([{ id: null, heading: '', lines }], { width: 560, today: FIRST + late })
    const spans = placed.groups[0]?.lines[0]?.overdue
    return (spans?.to ?? 0) - (spans?.from ?? 0)
  }
  for (let late = 2; late < 100; late++) expect(lengthOn(late)).toBeGreaterThan(lengthOn(late - 1))
})

test.each([
  ['2021-12-10', '2022-08-31', 1040, '2022-01 2022-02 2022-03 2022-04 2022-05 2022-06 2022-07 2022-08'],
  ['2021-12-10', '2022-08-31', 288, '2022-01 2022-07'],
  ['1999-06-01', '2022-08-31', 560, '2000 2005 2010 2015 2020'],
  ['2022-03-08', '2022-03-08', 560, '2022-03'],
])('the scale from %s to %s over %i pixels shows %s', (from, to, width, ticks) => {
  const [first, last] = [from, to].map((day) => Date.parse(day) / 86_400_000)
  const shown = ticksOf(timeScale(first ?? 0, last ?? 0, width), 112).map(({ edtf }) => edtf)
  expect(shown.join(' ')).toBe(ticks)
})
