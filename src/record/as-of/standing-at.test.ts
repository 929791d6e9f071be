import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry, Row } from './row.ts'
import { recordTime, standingAt } from './standing-at.ts'

const at = (hour: number) => `2026-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`

/** A row in short: `HOUR row thing=value <superseded`; `-reason` withdraws, `!reason` removes. */
function rowOf(words: string): Row<string> {
  const [, hour = '', rowId = '', thingId = '', sign, said = '', supersedes] =
    /^(\d+) (\w+) (\w+)([=!-])(\S+)(?: <(\w+))?$/.exec(words) ?? []
  const entry: Entry<string> =
    sign === '=' ? { kind: 'value', value: said } : { kind: sign === '!' ? 'removed' : 'withdrawn', reason: said }
  return { rowId, thingId, recordedAt: at(Number(hour)), supersedes: supersedes ?? null, entry }
}

const CASES: readonly [name: string, rows: readonly string[], hour: number, standing: string][] = [
  ['nothing yet', ['2 a x=one'], 1, ''],
  ['at that very hour', ['2 a x=one'], 2, 'x=one'],
  ['before its correction', ['2 a x=one', '4 b x=two <a'], 3, 'x=one'],
  ['after its correction', ['2 a x=one', '4 b x=two <a'], 4, 'x=two'],
  ['a correction of a correction', ['2 a x=one', '3 b x=two <a', '4 c x=three <b'], 9, 'x=three'],
  ['two corrections at once: the later stands', ['2 a x=one', '3 b x=two <a', '4 c x=three <a'], 9, 'x=three'],
  ['two in one moment: by their ids', ['2 a x=one', '3 c x=two <a', '3 b x=three <a'], 9, 'x=two'],
  ['withdrawn', ['2 a x=one', '4 b x-wrong <a'], 9, 'x-wrong'],
  ['before it was withdrawn', ['2 a x=one', '4 b x-wrong <a'], 3, 'x=one'],
  ['removed later: gone on every day', ['2 a x=one', '4 b x!court <a'], 3, 'x!court'],
  ['removed later: not there before it was', ['2 a x=one', '4 b x!court <a'], 1, ''],
  ['removed, then said anew: that stands', ['2 a x=one', '4 b x!court <a', '5 c x=two <b'], 9, 'x=two'],
  ['only what was said before was removed: what is said now stands', ['2 a x!court', '4 b x=two <a'], 9, 'x=two'],
  ['and before, it is gone', ['2 a x!court', '4 b x=two <a'], 3, 'x!court'],
  ['two things, in the order in which they came', ['3 b y=two', '2 a x=one', '4 c y=three <b'], 9, 'x=one y=three'],
  ['rows that supersede each other: the later stands', ['2 a x=one <b', '3 b x=two <a'], 9, 'x=two'],
]

test.each(CASES)('%s', (_, words, hour, standing) => {
  for (const rows of [words, words.toReversed()]) {
    const found = [...standingAt(rows.map(rowOf), at(hour)).values()]
    const short = found.map(({ thingId, entry }) =>
      entry.kind === 'value'
        ? `${thingId}=${entry.value}`
        : `${thingId}${entry.kind === 'removed' ? '!' : '-'}${entry.reason}`,
    )
    expect(short.join(' ')).toBe(standing)
  }
})

test('every past state comes out exactly as it was, whatever was recorded since', () => {
  const changes = fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.string()), { maxLength: 12 })
  fc.assert(
    fc.property(changes, fc.func(fc.nat()), (list, turn) => {
      const last = new Map<string, string>()
      const states: Record<string, string>[] = [{}]
      const rows = list.map(([thingId, value], n): Row<string> => {
        const supersedes = last.get(thingId) ?? null
        last.set(thingId, `row${n}`)
        states.push({ ...states.at(-1), [thingId]: value })
        return {
          rowId: `row${n}`,
          thingId,
          recordedAt: new Date(n * 1000).toISOString(),
          supersedes,
          entry: { kind: 'value', value },
        }
      })
      const shuffled = rows.toSorted((a, b) => turn(a.rowId) - turn(b.rowId))
      for (const [n, state] of states.slice(1).entries()) {
        const found = standingAt(shuffled, new Date(n * 1000).toISOString())
        expect(
          Object.fromEntries([...found].map(([id, { entry }]) => [id, entry.kind === 'value' ? entry.value : null])),
        ).toEqual(state)
      }
    }),
  )
})

test.each([
  ['2022-04-01', '2022-04-01T23:59:59.999Z'],
  ['2022-04-01T12:00:00+02:00', '2022-04-01T10:00:00.000Z'],
  ['2022-04-01T12:00Z', '2022-04-01T12:00:00.000Z'],
  ['2022-02-30', null],
  ['2022-13-01', null],
  ['2022-04', null],
  ['yesterday', null],
  ['2022-04-01T12:00', null],
  ['', null],
])('as of %s is %s', (asOf, time) => {
  expect(recordTime(asOf)).toBe(time)
})
