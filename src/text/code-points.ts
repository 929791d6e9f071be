/** How offsets in a text are counted, in code points and in UTF-16 code units. */
export type CodePoints = {
  /** How many code points stand before a UTF-16 offset. */
  readonly pointAt: (unit: number) => number
  /** The UTF-16 offset of a code point, given by how many stand before it. */
  readonly unitAt: (point: number) => number
}

/** How many of the numbers, which go up, are below `limit`. Cost: O(log of how many there are). */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Counts the code points of a text: W3C selectors count in them, spans in UTF-16 code units.
 *
 * @param text without lone surrogates
 * Cost: O(length of text) once, then O(log of its surrogate pairs).
 */
export function codePointsOf(text: string): CodePoints {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index)
  const points = pairs.map((unit, before) => unit - before)
  return {
    pointAt: (unit) => unit - countBelow(pairs, unit),
    unitAt: (point) => point + countBelow(points, point),
  }
}
