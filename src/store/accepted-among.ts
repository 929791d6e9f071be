import { type Kysely, sql } from 'kysely'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'

/** So many values a query takes. */
const IDS_A_QUERY = 10_000

/**
 * Which of these statements were accepted at a record time: their last decision up to then says so.
 */
export async function acceptedAmong(db: Kysely<Tables>, ids: readonly Id[], at: string): Promise<ReadonlySet<Id>> {
  const accepted = new Set<Id>()
  for (let from = 0; from < ids.length; from += IDS_A_QUERY) {
    const rows = await db
      .selectFrom('statement_decisions as d')
      .select(['d.statement_id', 'd.verdict', sql<number>`max(d.seq)`.as('last')])
      .where('d.statement_id', 'in', ids.slice(from, from + IDS_A_QUERY))
      .where('d.recorded_at', '<=', at)
      .groupBy('d.statement_id')
      .execute()
    for (const { statement_id, verdict } of rows) if (verdict === 'accepted') accepted.add(statement_id)
  }
  return accepted
}

/** How many statements were accepted at a record time: each decision that accepts one, less those that end it. */
export async function acceptedCount(db: Kysely<Tables>, at: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from statement_decisions where verdict = 'accepted' and recorded_at <= ${at})
      - (select count(*) from statement_decisions as later
          join statement_decisions as d on d.id = later.supersedes
          where later.supersedes is not null and later.recorded_at <= ${at} and d.verdict = 'accepted') as count
    `.execute(db)
  return rows[0]?.count ?? 0
}
