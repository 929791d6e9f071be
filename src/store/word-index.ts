import { type Kysely, sql } from 'kysely'
import { searchWords, type WordQuery } from '../text/words.ts'
import type { Tables } from './tables.ts'

/** A table of words over one kind of thing; its rows are numbered as their `seq`. */
export type WordIndex = 'article_words' | 'speaker_words' | 'accepted_words'

/** Stands where words are not side by side. No word holds it, and the index's tokenizer takes it for one. */
const GAP = '¶'

/** The index's own form: words parted by spaces, which its tokenizer, knowing only ASCII, gives back unchanged. */
function indexForm(fields: readonly (string | null)[]): string {
  const runs = fields.flatMap((field) => (field === null ? [] : searchWords(field)))
  return runs.map((run) => run.join(' ')).join(` ${GAP} `)
}

/** The query in FTS5's language. Words are letters, digits and marks: nothing in them can end the quotation marks. */
function matchForm(query: WordQuery): string {
  return query.map((forms) => `(${forms.map((words) => `"${words.join(' ')}"`).join(' OR ')})`).join(' AND ')
}

/** Indexes the words of all `fields` under `seq`, in place of those that were there. */
export async function indexWords(
  db: Kysely<Tables>,
  index: WordIndex,
  { seq, fields }: { readonly seq: number; readonly fields: readonly (string | null)[] },
): Promise<void> {
  await sql`insert or replace into ${sql.table(index)} (rowid, words) values (${seq}, ${indexForm(fields)})`.execute(db)
}

/** A subquery of the `seq`s of all that match. */
export function matching(index: WordIndex, query: WordQuery) {
  return sql<number>`(select rowid from ${sql.table(index)} where ${sql.table(index)} match ${matchForm(query)})`
}

/**
 * The newest matches before one, and how many there are in all.
 *
 * @param before a `seq`; the page holds lower ones only
 */
export async function newestMatches(
  db: Kysely<Tables>,
  index: WordIndex,
  { query, before, limit }: { readonly query: WordQuery; readonly before: number; readonly limit: number },
): Promise<{ readonly seqs: readonly number[]; readonly total: number }> {
  const table = sql.table(index)
  const match = matchForm(query)
  const { rows } = await sql<{ seq: number }>`
    select rowid as seq from ${table} where ${table} match ${match} and rowid < ${before} order by rowid desc limit ${limit}
  `.execute(db)
  const counted = await sql<{
    total: number
  }>`select count(*) as total from ${table} where ${table} match ${match}`.execute(db)
  return { seqs: rows.map(({ seq }) => seq), total: counted.rows[0]?.total ?? 0 }
}
