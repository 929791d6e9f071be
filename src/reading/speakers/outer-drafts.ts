import type { Draft } from '../draft.ts'

/** A place in the text; `except` is the draft that is not looked at, since the place is its own. */
export type Place = { readonly at: number; readonly except: number | null }

/**
 * For each place the number of the innermost draft whose content holds it, else null.
 *
 * @param drafts in any order
 * @param places in any order
 * Cost: O(n log n), times how deep contents nest.
 */
export function outerDrafts(drafts: readonly Draft[], places: readonly Place[]): readonly (number | null)[] {
  const contents = drafts
    .flatMap(({ content }, index) => content.map((span) => ({ span, index })))
    .toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  const outer: (number | null)[] = places.map(() => null)
  let open: typeof contents = []
  let next = 0
  for (const { at, except, index } of places.map((place, index) => ({ ...place, index })).sort((a, b) => a.at - b.at)) {
    for (; (contents[next]?.span[0] ?? Number.POSITIVE_INFINITY) <= at; next += 1)
      open.push(contents[next] as (typeof contents)[number])
    open = open.filter(({ span }) => span[1] > at)
    outer[index] = open.findLast((content) => content.index !== except)?.index ?? null
  }
  return outer
}
