import type { Article } from '../article/article.ts'
import type { NameMention, ReaderVersion, Statement } from '../reading/statement.ts'

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

/** A statement as JSON has it: the fields of the contract in its order, and no others. */
export function statementJson(statement: Statement): object {
  return Object.fromEntries(STATEMENT_FIELDS.map((field) => [field, statement[field]]))
}

/** The line that `read --format json` prints for one input, without the line's end. */
export function readingJson({ input, sha256, reader, article, names, statements }: ReadInput): string {
  const { headline, byline, outlet, published, language, text, url } = article
  return JSON.stringify({
    input,
    reader: { name: reader.name, version: reader.version },
    article: { headline, byline, outlet, published, language, names, text, url, sha256 },
    statements: statements.map(statementJson),
  })
}
