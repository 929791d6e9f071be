import type { ArticleRecord, StatementRecord } from '../../record/records.ts'
import type { Store } from '../../record/store.ts'
import { fold } from '../../text/fold.ts'
import { wordsOf } from '../../text/span.ts'

/** Articles that are looked through for one search, and statements that are shown of each. */
const MAX_ARTICLES = 10
const MAX_STATEMENTS = 12

/** Statements that words are in, with the article that they stand in. */
export type FoundStatements = readonly {
  readonly article: ArticleRecord
  readonly statements: readonly StatementRecord[]
}[]

/** The ones that hold most of the words first; in the order of the text where they hold as many. */
function nearest({ text, statementRecords }: ArticleRecord, words: readonly string[]): readonly StatementRecord[] {
  return statementRecords
    .map((statement) => {
      const spans = [...statement.source, ...statement.content]
      const own = fold([...spans.map((span) => wordsOf(text, span)), statement.speaker?.name ?? ''].join(' '))
      return { statement, shared: words.filter((word) => own.includes(word)).length }
    })
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MAX_STATEMENTS)
    .map(({ statement }) => statement)
}

/** Looks for statements of the whole record, published or not, by words of their articles. */
export async function findStatements(
  store: Pick<Store, 'articles' | 'article'>,
  words: string,
): Promise<FoundStatements> {
  const typed = words.slice(0, 200).trim()
  if (typed === '') return []
  const { items } = await store.articles({ words: typed, cursor: null, limit: MAX_ARTICLES })
  const folded = fold(typed).split(/\s+/)
  const articles = await Promise.all(items.map(({ id }) => store.article(id)))
  return articles.flatMap((article) => (article === null ? [] : [{ article, statements: nearest(article, folded) }]))
}
