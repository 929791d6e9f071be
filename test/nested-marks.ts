import type { Statement } from '../src/reading/statement.ts'
import type { Span } from '../src/text/span.ts'

const PART = { S: 'source', C: 'cue', Q: 'content' } as const

/** A statement of which only the marked words are known. */
const BARE: Statement = {
  source: [],
  cue: [],
  content: [],
  kind: 'indirect',
  act: null,
  confidence: 1,
  speaker: null,
  candidates: [],
  addressee: null,
  occasion: null,
  chain: [],
  saidOn: null,
  figures: [],
}

/**
 * Reads a marked text: `[S:Ms Lee] [C:said] [Q:“It is over,”]`. A digit after the letter tells statements apart
 * (`[Q2:…]`, 1 where there is none); brackets may stand within brackets. Marks that cross cannot be written.
 *
 * @returns the text without its brackets, and its statements by number
 */
export function marked(notation: string): { readonly text: string; readonly statements: readonly Statement[] } {
  const found = new Map<number, Record<'source' | 'cue' | 'content', Span[]>>()
  const open: { part: 'source' | 'cue' | 'content'; statement: number; start: number }[] = []
  let text = ''
  for (const [token, letter, digits] of notation.matchAll(/\[([SCQ])(\d*):|\]|[^[\]]+|\[/g)) {
    if (letter !== undefined)
      open.push({ part: PART[letter as keyof typeof PART], statement: Number(digits || 1), start: text.length })
    else if (token === ']' && open.length > 0) {
      const { part, statement, start } = open.pop() as (typeof open)[number]
      const parts = found.get(statement) ?? { source: [], cue: [], content: [] }
      parts[part].push([start, text.length])
      found.set(statement, parts)
    } else text += token
  }
  const byStart = (spans: Span[]) => spans.toSorted((a, b) => a[0] - b[0])
  const statements = [...found]
    .toSorted(([a], [b]) => a - b)
    .map(([, { source, cue, content }]) => ({
      ...BARE,
      source: byStart(source),
      cue: byStart(cue),
      content: byStart(content),
    }))
  return { text, statements }
}
