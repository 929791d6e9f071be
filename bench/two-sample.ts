/**
 * The largest distance between two distributions (Kolmogorov and Smirnov), and how probable one as large is where they
 * are the same.
 *
 * @param one   not empty
 * @param other not empty
 * Source: Press et al., "Numerical Recipes", 14.3: the asymptotic series with Stephens' correction.
 */
export function twoSampleTest(one: readonly number[], other: readonly number[]): { distance: number; p: number } {
  const [first, second] = [one, other].map((values) => values.toSorted((a, b) => a - b)) as [number[], number[]]
  let [at, beside, distance] = [0, 0, 0]
  while (at < first.length && beside < second.length) {
    const value = Math.min(first[at] ?? 0, second[beside] ?? 0)
    while ((first[at] ?? Number.POSITIVE_INFINITY) <= value) at += 1
    while ((second[beside] ?? Number.POSITIVE_INFINITY) <= value) beside += 1
    distance = Math.max(distance, Math.abs(at / first.length - beside / second.length))
  }
  const size = Math.sqrt((first.length * second.length) / (first.length + second.length))
  return { distance, p: probabilityOf((size + 0.12 + 0.11 / size) * distance) }
}

/** How probable a distance is, in units of its own spread, or a larger one. */
function probabilityOf(lambda: number): number {
  if (lambda < 0.3) return 1
  let sum = 0
  for (let term = 1; term <= 100; term += 1) sum += 2 * (-1) ** (term - 1) * Math.exp(-2 * term ** 2 * lambda ** 2)
  return Math.min(Math.max(sum, 0), 1)
}
