import type { Span } from '../../text/span.ts'

/** Where `words` (not empty) stand in a text, also overlapping. Cost: O(length of text · occurrences). */
export function occurrencesOf(words: string, text: string): readonly Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push([at, at + words.length])
  return found
}

/** Whether `prefix` stands right before a stretch. */
export function isPrefixed(text: string, [start]: Span, prefix: string): boolean {
  return start >= prefix.length && text.startsWith(prefix, start - prefix.length)
}

/** Whether `suffix` stands right behind a stretch. */
export function isSuffixed(text: string, [, end]: Span, suffix: string): boolean {
  return text.startsWith(suffix, end)
}
