import type { Statement } from '../reading/statement.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { Id } from './id.ts'

/** A statement as it was last found in the text, under the id it was given. */
export type EarlierStatement = { readonly id: Id; readonly statement: Statement; readonly stillRead: boolean }

/** How far two lists of spans are the same words: shared code units by all, from 0 to 1; 1 where both are empty. */
function likeness(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0)
  let shared = 0
  for (const one of a)
    for (const other of b) if (overlaps(one, other)) shared += Math.min(one[1], other[1]) - Math.max(one[0], other[0])
  const all = length(a) + length(b) - shared
  return all === 0 ? 1 : shared / all
}

/** Null where they are not the same statement. Where one of them has no cue there is none to compare. */
function pairOf(earlier: Statement, later: Statement): { readonly content: number; readonly cue: number } | null {
  const content = likeness(earlier.content, later.content)
  const cue = likeness(earlier.cue, later.cue)
  const cueless = earlier.cue.length === 0 || later.cue.length === 0
  return content > 0 && (cue > 0 || cueless) ? { content, cue } : null
}

const startOf = ({ content }: Statement) => content[0]?.[0] ?? 0
const endOf = ({ content }: Statement) => content.at(-1)?.[1] ?? 0

/** The pairs whose contents may overlap. A page can hold tens of thousands of statements: not all with all. */
function* neighbours(earlier: readonly EarlierStatement[], later: readonly Statement[]) {
  const waiting = earlier.toSorted((a, b) => startOf(a.statement) - startOf(b.statement)).values()
  let next = waiting.next()
  let open: EarlierStatement[] = []
  const places = later.map((statement, place) => ({ statement, place }))
  for (const { statement, place } of places.sort((a, b) => startOf(a.statement) - startOf(b.statement))) {
    for (; next.done !== true && startOf(next.value.statement) < endOf(statement); next = waiting.next())
      open.push(next.value)
    open = open.filter((old) => endOf(old.statement) > startOf(statement))
    for (const old of open) yield { old, statement, place }
  }
}

/**
 * Says which statements of a later reading are those of earlier ones, so that decisions stay with the words they
 * were made about: cue and content overlap. Each earlier statement is found at most once; the most alike pair
 * first, and among equals one that is still read, then the older id, then the earlier place in the text.
 *
 * @param earlier statements of all earlier readings of the same text version, once each
 * @param later in the order of the text
 * @returns for each of `later` the id it keeps, or null for a new one
 */
export function keepIds(earlier: readonly EarlierStatement[], later: readonly Statement[]): readonly (Id | null)[] {
  const pairs = [...neighbours(earlier, later)].flatMap(({ old, statement, place }) => {
    const pair = pairOf(old.statement, statement)
    return pair === null ? [] : [{ ...pair, id: old.id, stillRead: old.stillRead, place }]
  })
  pairs.sort(
    (a, b) =>
      b.content - a.content ||
      b.cue - a.cue ||
      Number(b.stillRead) - Number(a.stillRead) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : a.place - b.place),
  )
  const kept: (Id | null)[] = later.map(() => null)
  const taken = new Set<Id>()
  for (const { id, place } of pairs) {
    if (taken.has(id) || kept[place] !== null) continue
    kept[place] = id
    taken.add(id)
  }
  return kept
}
