import type { Statement } from '../reading/statement.ts'
import { type Span, wordsOf } from '../text/span.ts'
import { timeCodeInShort } from '../text/time-code.ts'
import { type ReadInput, statementTime } from './reading-json.ts'

const LABEL_WIDTH = 10
const INDENT = 5

/**
 * Words from outside made safe to print: a terminal obeys control characters, and bidirectional overrides show
 * words in an order in which they do not stand.
 */
export function terminalWords(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}

/** The columns a character takes: East Asian ones take two, marks that join the letter before them none. */
function columns(words: string): number {
  let count = 0
  for (const char of words)
    count += /\p{M}/u.test(char)
      ? 0
      : /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(char)
        ? 2
        : 1
  return count
}

/** Folds `words` at spaces into lines of at most `width` columns; a longer word stands alone. */
function folded(words: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && columns(last) + 1 + columns(word) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function labelled(label: string, words: string, width: number): readonly string[] {
  const margin = INDENT + LABEL_WIDTH
  return folded(terminalWords(words), Math.max(20, width - margin)).map(
    (line, at) => `${' '.repeat(INDENT)}${(at === 0 ? label : '').padEnd(LABEL_WIDTH)}${line}`,
  )
}

function speakerWords({ speaker, candidates }: Statement): string {
  if (speaker) return speaker.role === null ? speaker.name : `${speaker.name}, ${speaker.role}`
  if (candidates.length > 0) return `not known: ${candidates.map(({ name }) => name).join(' or ')}`
  return 'not known'
}

function statementLines(
  { text, timeCodes }: ReadInput['article'],
  statement: Statement,
  at: number,
  width: number,
): readonly string[] {
  const words = (spans: readonly Span[]) => spans.map((span) => wordsOf(text, span)).join(' … ')
  const { chain, act, kind } = statement
  const time = statementTime(statement, timeCodes)
  return [
    `${String(at + 1).padStart(3)}  ${kind}${act === null ? '' : `, ${act}`}${time === null ? '' : `, at ${timeCodeInShort(time)}`}`,
    ...labelled('source', words(statement.source) || 'not named', width),
    ...(statement.cue.length > 0 ? labelled('cue', words(statement.cue), width) : []),
    ...labelled('content', words(statement.content), width),
    ...labelled('speaker', speakerWords(statement), width),
    ...(chain.length > 0 ? labelled('through', chain.map(({ name }) => name).join(', then '), width) : []),
    '',
  ]
}

/**
 * One article with its statements as `read` prints it for a person, ending in a blank line.
 *
 * @param width columns of the terminal
 */
export function terminalReading({ input, reader, article, statements }: ReadInput, width: number): string {
  const facts = [article.outlet, article.byline, article.published, article.language].filter((fact) => fact !== null)
  const count = statements.length === 1 ? '1 statement' : `${statements.length} statements`
  return [
    terminalWords(article.headline ?? 'No headline'),
    ...(facts.length > 0 ? [terminalWords(facts.join(' · '))] : []),
    `${terminalWords(input)}: ${count}, read by machine (${reader.name} ${reader.version})`,
    '',
    ...statements.flatMap((statement, at) => statementLines(article, statement, at, width)),
  ].join('\n')
}
