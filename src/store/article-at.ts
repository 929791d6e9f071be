import type { Kysely } from 'kysely'
import type { ArticleSummary } from '../record/records.ts'
import { summaryOfBlob } from './list-articles.ts'
import type { Tables } from './tables.ts'

/** The article that was captured first at one of some addresses, asked for or arrived at; null where none was. */
export async function articleAt(db: Kysely<Tables>, addresses: readonly string[]): Promise<ArticleSummary | null> {
  if (addresses.length === 0) return null
  const ofColumn = (column: 'url' | 'asked_url') =>
    db.selectFrom('captures').select(['id', 'sha256']).where(column, 'in', addresses)
  const rows = await ofColumn('url').unionAll(ofColumn('asked_url')).orderBy('id').limit(1).execute()
  const [row] = rows
  return row === undefined ? null : summaryOfBlob(db, row.sha256)
}
