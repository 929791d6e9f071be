import { createHash } from 'node:crypto'
import type { Reading, Statement } from '../src/reading/statement.ts'
import type { Coverage } from '../src/record/coverage.ts'
import { wordsOf } from '../src/text/span.ts'
import { type MarkedStatement, markedText } from './marked-text.ts'

/** The speaker is the source as it stands. */
function statementOf(text: string, { source, cue, content }: MarkedStatement): Statement {
  const [mention] = source
  return {
    source,
    cue,
    content,
    kind: 'direct',
    act: null,
    confidence: 0.5,
    speaker: mention === undefined ? null : { name: wordsOf(text, mention), mention, role: null },
    candidates: [],
    addressee: null,
    occasion: null,
    chain: [],
    saidOn: null,
    figures: [],
  }
}

/** What the reader called `version` found in a marked text. */
export function readingOf(notation: string, version = '1'): Reading {
  const { text, statements } = markedText(notation)
  const found = statements.map((statement) => statementOf(text, statement))
  return { reader: { name: 'marks', version }, statements: found, names: [] }
}

/** Coverage whose article is a marked text; its bytes are headline and text, where `changes` gives no others. */
export function coverageOf(notation: string, changes: Partial<Coverage> & { headline?: string } = {}): Coverage {
  const { headline = null, ...rest } = changes
  const { text } = markedText(notation)
  const bytes = rest.bytes ?? Buffer.from(headline === null ? text : `${headline}\n\n${text}`)
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType: 'text/plain',
    url: null,
    received: null,
    name: 'article.txt',
    article: { headline, byline: null, outlet: null, published: null, language: null, url: null, text, timeCodes: [] },
    reading: readingOf(notation),
    ...rest,
  }
}
