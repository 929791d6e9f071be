import type { Span } from './span.ts'

/**
 * Those of `items` that overlap `span`.
 *
 * @param items  ordered by their spans, which do not overlap one another
 * @param spanOf where an item stands
 * Cost: O(log of the number of items + items found).
 */
export function within<T>(items: readonly T[], span: Span, spanOf: (item: T) => Span): readonly T[] {
  const endOf = (at: number) => {
    const item = items[at]
    return item === undefined ? Number.POSITIVE_INFINITY : spanOf(item)[1]
  }
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(middle) <= span[0]) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let at = low; at < items.length; at += 1) {
    const item = items[at]
    if (item === undefined || spanOf(item)[0] >= span[1]) break
    found.push(item)
  }
  return found
}
