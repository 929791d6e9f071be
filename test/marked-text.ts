import type { Span } from '../src/text/span.ts'

/** A statement as a case marks it. */
export type MarkedStatement = {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

const FIELDS = { S: 'source', C: 'cue', Q: 'content' } as const

/**
 * Reads a text in which a case marks the statements that are to be found:
 *
 *     [S:Ms Lee] [C:said]: [Q:“It is over.”]          source, cue and content of one statement
 *     [Q:“It is over,”] [C:said] [S:Lee], [Q:“now.”]  a content in two pieces: mark each
 *     [C1:According to] [S1:Reuters], [Q1:[S2:Lee] [C2:said] [Q2:it was over]].   several: number them
 *
 * Marks may stand within marks. A text has no other square brackets.
 *
 * @returns the text without its marks, and its statements in the order of their numbers (none is 1)
 */
export function markedText(marked: string): { readonly text: string; readonly statements: readonly MarkedStatement[] } {
  const statements = new Map<string, Record<keyof MarkedStatement, Span[]>>()
  const open: { readonly field: keyof MarkedStatement; readonly number: string; readonly start: number }[] = []
  let text = ''
  for (const [piece, letter, number] of marked.matchAll(/\[([SCQ])(\d*):|\]|[^[\]]+/g)) {
    if (letter !== undefined) {
      open.push({ field: FIELDS[letter as keyof typeof FIELDS], number: number || '1', start: text.length })
    } else if (piece === ']') {
      const mark = open.pop()
      if (mark === undefined) throw new Error(`a mark ends that never began: ${marked}`)
      const statement = statements.get(mark.number) ?? { source: [], cue: [], content: [] }
      statement[mark.field].push([mark.start, text.length])
      statements.set(mark.number, statement)
    } else text += piece
  }
  if (open.length > 0) throw new Error(`a mark never ends: ${marked}`)
  const ordered = [...statements].toSorted(([a], [b]) => Number(a) - Number(b))
  return { text, statements: ordered.map(([, statement]) => statement) }
}

/** One line a statement, so that a failed case shows the words that differ: `S Ms Lee@0 | C said@7 | Q “It is over.”@13`. */
export function shown(text: string, statements: readonly MarkedStatement[]): readonly string[] {
  const words = (spans: readonly Span[]) =>
    spans.map(([start, end]) => `${text.slice(start, end)}@${start}`).join(' … ')
  return statements.map(({ source, cue, content }) => `S ${words(source)} | C ${words(cue)} | Q ${words(content)}`)
}
