import { createHash } from 'node:crypto'
import type { Reading, Statement } from '../src/reading/statement.ts'
import type { Coverage } from '../src/record/coverage.ts'
import type { Span } from '../src/text/span.ts'

/** `[S:…]` source, `[C:…]` cue, `[Q:…]` content, `[N:…]` the speaker's full name where the text gives it. */
const MARK = /\[([SCQN]):([^\]]*)\]/gu

type Marked = { readonly text: string; readonly statements: readonly Statement[] }

function readParagraph(
  notation: string,
  start: number,
): { readonly text: string; readonly statement: Statement | null } {
  const spans: Record<string, Span[]> = { S: [], C: [], Q: [], N: [] }
  let text = ''
  let at = 0
  for (const { 0: whole, 1: role = '', 2: words = '', index } of notation.matchAll(MARK)) {
    text += notation.slice(at, index)
    spans[role]?.push([start + text.length, start + text.length + words.length])
    text += words
    at = index + whole.length
  }
  text += notation.slice(at)
  const { S: source = [], C: cue = [], Q: content = [], N: names = [] } = spans
  if (content.length === 0) return { text, statement: null }
  const mention = names[0] ?? source[0]
  const speaker =
    mention === undefined ? null : { name: text.slice(mention[0] - start, mention[1] - start), mention, role: null }
  return {
    text,
    statement: {
      source,
      cue,
      content,
      kind: 'direct',
      act: null,
      confidence: 0.5,
      speaker,
      candidates: [],
      addressee: null,
      occasion: null,
      chain: [],
      saidOn: null,
      figures: [],
    },
  }
}

/** A text with its statements marked: one statement a paragraph at most, paragraphs parted by a blank line. */
export function marked(notation: string): Marked {
  let text = ''
  const statements: Statement[] = []
  for (const paragraph of notation.split('\n\n')) {
    const start = text === '' ? 0 : text.length + 2
    const read = readParagraph(paragraph, start)
    text = text === '' ? read.text : `${text}\n\n${read.text}`
    if (read.statement !== null) statements.push(read.statement)
  }
  return { text, statements }
}

/** What the reader called `version` found in a marked text. */
export function readingOf(notation: string, version = '1'): Reading {
  return { reader: { name: 'marks', version }, statements: marked(notation).statements, names: [] }
}

/** Coverage whose bytes are the text itself. */
export function coverageOf(
  notation: string,
  changes: Partial<Coverage> & { readonly headline?: string | null } = {},
): Coverage {
  const { headline = null, ...rest } = changes
  const { text } = marked(notation)
  const bytes = rest.bytes ?? Buffer.from(headline === null ? text : `${headline}\n\n${text}`)
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType: 'text/plain',
    url: null,
    name: 'article.txt',
    article: { headline, byline: null, outlet: null, published: null, language: null, url: null, text },
    reading: readingOf(notation),
    ...rest,
  }
}
