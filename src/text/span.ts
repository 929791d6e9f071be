/** Half-open `[start, end)` in UTF-16 code units of one text version; `start < end`. */
export type Span = readonly [start: number, end: number]

/** The words of `span` in `text`, as printed. */
export function wordsOf(text: string, span: Span): string {
  return text.slice(span[0], span[1])
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** `[start, end)` without the white space at its ends; null where nothing is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from += 1
  while (to > from && isSpace(text, to - 1)) to -= 1
  return from < to ? [from, to] : null
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}
