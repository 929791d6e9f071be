import type { Statement } from '../reading/statement.ts'
import { overlaps, type Span } from '../text/span.ts'

/** The three parts of a statement that are marked in the text. */
export type PartName = 'source' | 'cue' | 'content'

/** What of a statement is marked. */
type Parts = Pick<Statement, PartName>

/** One stretch of one part of one statement. */
export type Mark = {
  readonly part: PartName
  /** The place of the statement in the list it came in. */
  readonly statement: number
  /** The whole stretch; UTF-16 offsets in the article's text. */
  readonly span: Span
  /** The stretch with which the statement begins: its address in the text stands here. */
  readonly first: boolean
}

/** A piece of a paragraph: plain words, or a mark with what stands inside it. Pieces joined give the paragraph. */
export type Piece =
  | { readonly kind: 'words'; readonly span: Span }
  | {
      readonly kind: 'mark'
      readonly mark: Mark
      /** What of the mark stands here: all of it, unless a paragraph's end or a crossing mark cuts it. */
      readonly span: Span
      readonly pieces: readonly Piece[]
      /** Whether no more of the mark follows in this paragraph. */
      readonly ends: boolean
    }

/** At one place the longer mark is the outer one; a content holds a source or cue of the same length. */
const OUTER_FIRST: Readonly<Record<PartName, number>> = { content: 0, source: 1, cue: 2 }

/** What of a mark lies in one paragraph, `end` being where it ends there; or what is left of that to place. */
type Cut = { readonly mark: Mark; readonly span: Span; readonly end: number }

function byPlace(a: Omit<Cut, 'end'>, b: Omit<Cut, 'end'>): number {
  return (
    a.span[0] - b.span[0] ||
    b.span[1] - a.span[1] ||
    OUTER_FIRST[a.mark.part] - OUTER_FIRST[b.mark.part] ||
    a.mark.statement - b.mark.statement
  )
}

/** The stretches of a part: spans that only white space parts are one, as a quotation over two paragraphs. */
export function stretchesOf(text: string, spans: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (last !== undefined && text.slice(last[1], span[0]).trim() === '') out[out.length - 1] = [last[0], span[1]]
    else out.push(span)
  }
  return out
}

/** From the statement's first words to its last. */
export function reachOf({ source, cue, content }: Parts): Span {
  const spans = [...source, ...cue, ...content]
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))]
}

/** All marks of those `statements` that touch `within` (all of `text` where it is not given), in the order of the text. */
export function marksOf(text: string, statements: readonly Parts[], within: Span = [0, text.length]): readonly Mark[] {
  const cuts = statements.flatMap((statement, index) => {
    if (!overlaps(reachOf(statement), within)) return []
    const marks = (['source', 'cue', 'content'] as const).flatMap((part) =>
      stretchesOf(text, statement[part]).map((span) => ({ part, statement: index, span, first: false })),
    )
    const first = marks.toSorted((a, b) => a.span[0] - b.span[0])[0]
    return marks.map((mark) => ({ mark: { ...mark, first: mark === first }, span: mark.span }))
  })
  return cuts.toSorted(byPlace).map(({ mark }) => mark)
}

function words(start: number, end: number): readonly Piece[] {
  return start < end ? [{ kind: 'words', span: [start, end] }] : []
}

/**
 * Nests `cuts`, which all lie within `within` and are in order. A mark that crosses the end of the one around it
 * is cut there, and goes on behind it.
 */
function nest(within: Span, cuts: readonly Cut[]): readonly Piece[] {
  const pieces: Piece[] = []
  let queue = cuts
  let at = within[0]
  for (let outer = queue[0]; outer !== undefined; outer = queue[0]) {
    const [start, end] = outer.span
    const reach = queue.findIndex(({ span }) => span[0] >= end)
    const others = queue.slice(1, reach < 0 ? queue.length : reach)
    const behind = reach < 0 ? [] : queue.slice(reach)
    const inside = others.map((cut): Cut => ({ ...cut, span: [cut.span[0], Math.min(cut.span[1], end)] }))
    const cutOff = others.flatMap((cut): Cut[] => (cut.span[1] > end ? [{ ...cut, span: [end, cut.span[1]] }] : []))
    const nested = nest(outer.span, inside.toSorted(byPlace))
    pieces.push(...words(at, start), {
      kind: 'mark',
      mark: outer.mark,
      span: outer.span,
      pieces: nested,
      ends: end === outer.end,
    })
    at = end
    queue = cutOff.length > 0 ? [...cutOff, ...behind].toSorted(byPlace) : behind
  }
  return [...pieces, ...words(at, within[1])]
}

/**
 * The pieces of each paragraph, with every mark that touches it.
 *
 * @param paragraphs in the order of the text
 * @param marks as `marksOf` gives them
 * Cost: O(paragraphs + marks), times the paragraphs that a mark runs over.
 */
export function piecesOf(paragraphs: readonly Span[], marks: readonly Mark[]): readonly (readonly Piece[])[] {
  const rows = paragraphs.map((span) => ({ span, cuts: [] as Cut[] }))
  let reached = 0
  for (const mark of marks) {
    while ((rows[reached]?.span[1] ?? Number.POSITIVE_INFINITY) <= mark.span[0]) reached++
    for (let at = reached; at < rows.length; at++) {
      const row = rows[at]
      if (row === undefined || row.span[0] >= mark.span[1]) break
      const span: Span = [Math.max(mark.span[0], row.span[0]), Math.min(mark.span[1], row.span[1])]
      if (span[0] < span[1]) row.cuts.push({ mark, span, end: span[1] })
    }
  }
  return rows.map(({ span, cuts }) => nest(span, cuts.toSorted(byPlace)))
}
