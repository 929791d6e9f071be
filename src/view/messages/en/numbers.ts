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

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count as running text writes it: "two", "12". */
export function inWords(count: number): string {
  return SMALL[count] ?? NUMBER.format(count)
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What became of some of several: so many, and what is said of one and of more. */
export type Share = readonly [count: number, one: string, many: string]

/** "of three terms, two were granted and one was refused"; "both terms were granted"; "the one term was granted". */
export function shared([one, many]: readonly [string, string], shares: readonly Share[]): string {
  const some = shares.filter(([count]) => count > 0)
  const total = some.reduce((sum, [count]) => sum + count, 0)
  const [first] = some
  if (first !== undefined && total === 1) return `the one ${one} ${first[1]}`
  if (first !== undefined && some.length === 1)
    return `${total === 2 ? 'both' : `all ${inWords(total)}`} ${many} ${first[2]}`
  const parts = some.map(([count, ofOne, ofMany]) => `${inWords(count)} ${count === 1 ? ofOne : ofMany}`)
  return `of ${inWords(total)} ${many}, ${listed(parts)}`
}

/** The same words at the beginning of a sentence. */
export function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Foreign words within a sentence, kept from turning the rest of it around. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`
}
