import { fold } from '../../text/fold.ts'

/** Words of a title that tell nothing by themselves. */
const SMALL = new Set(['the', 'a', 'an', 'of', 'for', 'and', 'on', 'in', 'to', 'its', 'their', 'his', 'her', 'former'])
/** One word says too little: "the minister" is every minister. */
const ENOUGH = 2

/** The telling words of a title, in small letters, each once. */
export function wordsOfTitle(title: string): readonly string[] {
  const words = fold(title)
    .replaceAll('.', '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/'s$/u, ''))
  return [...new Set(words.filter((word) => word !== '' && !SMALL.has(word)))]
}

/**
 * Whether two titles are of the same office, as newspapers shorten them: all telling words of the shorter stand in the
 * longer, at least two of them. "UN human rights chief" and "High Commissioner for Human Rights" are not the same by
 * their words, and are not taken to be.
 */
export function sameTitle(one: string, other: string): boolean {
  return sameTitleWords(wordsOfTitle(one), wordsOfTitle(other))
}

/** The same, of `wordsOfTitle` of both. */
export function sameTitleWords(one: readonly string[], other: readonly string[]): boolean {
  const [shorter = [], longer = []] = [one, other].toSorted((a, b) => a.length - b.length)
  if (shorter.length === longer.length && shorter.length > 0) return shorter.every((word) => longer.includes(word))
  return shorter.length >= ENOUGH && shorter.every((word) => longer.includes(word))
}
