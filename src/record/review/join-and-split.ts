import type { Span } from '../../text/span.ts'
import type { StatementWords } from './persons-values.ts'

/** Spans in the order of the text, those that touch or overlap as one. */
function united(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last !== undefined && span[0] <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], span[1])]
    else all.push(span)
  }
  return all
}

/** Two statements as one: all that was said, with the source and cue of the first, or of the other where it has none. */
export function joined(first: StatementWords, other: StatementWords): StatementWords {
  return {
    source: first.source.length > 0 ? first.source : other.source,
    cue: first.cue.length > 0 ? first.cue : other.cue,
    content: united([...first.content, ...other.content]),
  }
}

/**
 * A statement as two, each with its source and cue.
 *
 * @param at where the second begins (UTF-16)
 * @returns null where one of them would have no content
 */
export function split(
  { source, cue, content }: StatementWords,
  at: number,
): readonly [StatementWords, StatementWords] | null {
  const before = content.flatMap(([start, end]): Span[] => (start < at ? [[start, Math.min(end, at)]] : []))
  const after = content.flatMap(([start, end]): Span[] => (end > at ? [[Math.max(start, at), end]] : []))
  if (before.length === 0 || after.length === 0) return null
  return [
    { source, cue, content: before },
    { source, cue, content: after },
  ]
}
