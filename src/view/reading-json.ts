import type { Article } from '../article/article.ts'
import type { NameMention, ReaderVersion, Statement } from '../reading/statement.ts'
import { type TimeCode, timeAt, timeCodeInFull } from '../text/time-code.ts'

/** One input as it was read: what every output format of `read` is made from. */
export type ReadInput = {
  readonly input: string
  readonly sha256: string
  readonly reader: ReaderVersion
  readonly article: Article
  readonly names: readonly NameMention[]
  readonly statements: readonly Statement[]
}

/** A statement's fields in the order of the contract. */
const STATEMENT_FIELDS = [
  'source',
  'cue',
  'content',
  'kind',
  'act',
  'confidence',
  'speaker',
  'candidates',
  'addressee',
  'occasion',
  'chain',
  'saidOn',
  'figures',
] as const satisfies readonly (keyof Statement)[]

/**
 * When a statement was said: the time of the words with which its content begins.
 *
 * @returns milliseconds from the recording's start; null in a text without times
 */
export function statementTime({ content }: Statement, timeCodes: readonly TimeCode[]): number | null {
  return timeAt(timeCodes, content[0]?.[0] ?? 0)
}

/**
 * A statement as JSON has it: the fields of the contract in its order, and no others.
 *
 * @param timeCodes those of its text
 */
export function statementJson(statement: Statement, timeCodes: readonly TimeCode[]): object {
  const time = statementTime(statement, timeCodes)
  const fields = Object.fromEntries(STATEMENT_FIELDS.map((field) => [field, statement[field]]))
  return { ...fields, timeCode: time === null ? null : timeCodeInFull(time) }
}

/** One input as JSON has it: the fields of the contract in their order. */
export function readingFields({ input, sha256, reader, article, names, statements }: ReadInput): object {
  const { headline, byline, outlet, published, language, text, url, timeCodes } = article
  return {
    input,
    reader: { name: reader.name, version: reader.version },
    article: { headline, byline, outlet, published, language, names, text, url, sha256 },
    statements: statements.map((statement) => statementJson(statement, timeCodes)),
  }
}

/** The line that `read --format json` prints for one input, without the line's end. */
export function readingJson(read: ReadInput): string {
  return JSON.stringify(readingFields(read))
}
