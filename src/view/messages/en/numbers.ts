/** Numbers as English writes them. */
export const NUMBER = new Intl.NumberFormat('en-GB')
/** One digit behind the point. */
export const SHORT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A count, or what a rate makes of one: as precise as it is worth being read. */
export function rounded(count: number): number {
  return count < 10 ? Math.round(count * 10) / 10 : Math.round(count)
}

/** "1 article", "12 articles": a count with its noun. */
export function counted(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`
}

/** Foreign words within a sentence, kept from turning the rest of it around. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`
}
