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
