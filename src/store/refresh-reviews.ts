/** Keeps the list of what waits to be reviewed in step with readings and decisions. */
import { sql } from 'kysely'
import type { Id } from '../record/id.ts'
import type { Writer } from './writer.ts'

/** The last verdict about a statement of this column. */
function verdictOf(column: string): string {
  return `coalesce((select d.verdict from statement_decisions d
    where d.statement_id = ${column} order by d.seq desc limit 1), 'open')`
}

/** The words that the person who added a statement last gave it: none once that was undone. */
const WORDED = `(select json_extract(case when json_valid(l.value) then l.value end, '$.words')
  from statement_decisions d left join statement_values l on l.id = d.id
  where d.statement_id = v.statement_id order by d.seq desc limit 1)`

/**
 * For each article how many statements wait, and the least confidence of them, in millionths: of those that are read,
 * and of those that persons added, who were certain.
 *
 * @param which a condition on the article's number
 */
export function waitingSql(which: string): string {
  return `select article_seq, count(*) as undecided, min(confidence) as confidence from (
    select c.article_seq, coalesce(cast(round(1000000 *
      json_extract(case when json_valid(r.found) then r.found end, '$.confidence')) as integer), 0) as confidence
    from current_statements c
    join statement_readings r on r.statement_id = c.statement_id and r.reading_id = c.found_in
    where c.article_seq ${which} and c.still_read = 1 and ${verdictOf('c.statement_id')} = 'open'
    union all
    select a.seq, 1000000 from articles a join statement_values v on v.added_to = a.id
    where a.seq ${which} and ${verdictOf('v.statement_id')} = 'open'
      and v.statement_id not in (select statement_id from current_statements) and ${WORDED} is not null
  ) group by article_seq`
}

/** Counts again what waits in an article. */
export async function refreshArticleReview({ trx }: Writer, articleSeq: number): Promise<void> {
  await trx.deleteFrom('current_reviews').where('article_seq', '=', articleSeq).execute()
  const waiting = sql.raw(waitingSql(`= ${Math.trunc(articleSeq)}`))
  await sql`insert into current_reviews (article_seq, undecided, confidence) ${waiting}`.execute(trx)
}

/** Counts again what waits in a statement's article. */
export async function refreshReview(writer: Writer, statementId: Id): Promise<void> {
  const { seq } = await writer.trx
    .selectFrom('articles as a')
    .innerJoin('statements as s', 's.article_id', 'a.id')
    .select('a.seq')
    .where('s.id', '=', statementId)
    .executeTakeFirstOrThrow()
  await refreshArticleReview(writer, seq)
}
