import type { Id } from '../id.ts'
import type { Row, Standing } from './row.ts'

/** By when they were recorded; ids tell apart what was recorded at once. */
function inRecordOrder(a: Row<unknown>, b: Row<unknown>): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1
  return a.rowId < b.rowId ? -1 : a.rowId > b.rowId ? 1 : 0
}

/** The row that stands among all of one thing that were recorded by then. */
function standing<T>(rows: readonly Row<T>[]): Row<T> | undefined {
  const superseded = new Set(rows.map(({ supersedes }) => supersedes))
  // Two people may supersede the same row at once: both rows stay, and the later one stands.
  return rows.findLast(({ rowId }) => !superseded.has(rowId)) ?? rows.at(-1)
}

/** What a removal takes is the row that it stands in and all before it: what is said after it is another thing to say. */
function standingOf<T>(own: readonly Row<T>[], row: Row<T>): Standing<T> {
  const last = own.findLastIndex(({ entry }) => entry.kind === 'removed')
  const removal = own.indexOf(row) <= last ? own[last] : undefined
  const { thingId, rowId, recordedAt, entry } = removal ?? row
  const at = entry.kind === 'removed' ? (entry.at ?? recordedAt) : recordedAt
  return { thingId, rowId, recordedAt: at, entry }
}

/**
 * How things stood at a moment of the record: what was recorded later is not seen, what was superseded by then does
 * not stand. Only removal reaches back: what had to go is gone on every day on which it was there.
 *
 * @param rows in any order
 * @param at   UTC, ISO 8601 with milliseconds; rows recorded at that very moment are seen
 * @returns by the thing's id, in the order in which things came into the record
 * Cost: O(n log n) in the number of rows.
 */
export function standingAt<T>(rows: readonly Row<T>[], at: string): ReadonlyMap<Id, Standing<T>> {
  const all = Map.groupBy(rows.toSorted(inRecordOrder), ({ thingId }) => thingId)
  const found = new Map<Id, Standing<T>>()
  for (const [thingId, own] of all) {
    const row = standing(own.filter(({ recordedAt }) => recordedAt <= at))
    if (row === undefined) continue
    found.set(thingId, standingOf(own, row))
  }
  return found
}

/**
 * The moment that `asOf` means: the end of a day in UTC, or a moment as it stands.
 *
 * @param asOf `2022-04-01`, or ISO 8601 with its offset
 * @returns UTC with milliseconds; null where it is neither
 */
export function recordTime(asOf: string): string | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(asOf)
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(asOf)
  if (!isDay && !isMoment) return null
  const time = new Date(isDay ? `${asOf}T23:59:59.999Z` : asOf)
  if (Number.isNaN(time.getTime())) return null
  // Date takes 30 February for 2 March.
  return isDay && !time.toISOString().startsWith(asOf) ? null : time.toISOString()
}
