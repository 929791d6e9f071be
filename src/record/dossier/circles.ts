import { type DayNumber, dayNumber } from '../../text/calendar-day.ts'
import { daysOf, type Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'

/** Something that leads from one thing to another, for a time or always. */
export type Edge = { readonly from: Id; readonly to: Id; readonly when: Edtf | null }

const EARLIEST = dayNumber(1600, 1, 1)

function startOf({ when }: Edge): DayNumber {
  return (when === null ? null : daysOf(when).first) ?? EARLIEST
}

function isThereOn(edge: Edge, day: DayNumber): boolean {
  const last = edge.when === null ? null : daysOf(edge.when).last
  return startOf(edge) <= day && (last === null || last >= day)
}

/** Those edges that are left when every end that leads nowhere is taken away again and again: circles, and what leads to them. */
function withoutDeadEnds(edges: readonly Edge[]): readonly Edge[] {
  const ways = new Map<Id, number>()
  const into = Map.groupBy(edges, ({ to }) => to)
  for (const { from } of edges) ways.set(from, (ways.get(from) ?? 0) + 1)
  const gone = new Set<Id>(edges.map(({ to }) => to).filter((id) => !ways.has(id)))
  for (const id of gone)
    for (const { from } of into.get(id) ?? []) {
      const left = (ways.get(from) ?? 0) - 1
      ways.set(from, left)
      if (left === 0) gone.add(from)
    }
  return edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to))
}

/** Every end that is left leads on, so that a walk from any of them comes back to where it was. */
function walkedCircle(edges: readonly Edge[]): readonly Id[] {
  const next = new Map(edges.map(({ from, to }) => [from, to]))
  const path: Id[] = []
  const passed = new Map<Id, number>()
  for (let at = edges[0]?.from; at !== undefined && !passed.has(at); at = next.get(at)) {
    passed.set(at, path.length)
    path.push(at)
  }
  const back = next.get(path.at(-1) ?? '') ?? ''
  return [...path.slice(passed.get(back)), back]
}

/**
 * A circle among `edges` all of which hold on one and the same day: A leads to B leads to A.
 *
 * @returns the ids along it, the first again at the end; null where there is none
 * Cost: O(edges) without circles; O(edges²) where ends lead to one another at different times.
 */
export function circleIn(edges: readonly Edge[]): readonly Id[] | null {
  const left = withoutDeadEnds(edges)
  for (const day of new Set(left.map(startOf))) {
    const circle = withoutDeadEnds(left.filter((edge) => isThereOn(edge, day)))
    if (circle.length > 0) return walkedCircle(circle)
  }
  return null
}
