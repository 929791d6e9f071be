import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import { digestOfData } from './digests.ts'
import type { Tables } from './tables.ts'

/**
 * What the ledger says of what was done to an account: who did it, to whom, the roles before and after, and the digest of
 * that with the account's own row.
 */
export async function accountDeedBody(db: Kysely<Tables>, id: Id): Promise<LedgerEntry['body'] | null> {
  const row = await db.selectFrom('account_deeds').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { account_id: account, by_account: by, role_before: before, role_after: after, deed } = row
  const of = await db.selectFrom('accounts').selectAll().where('id', '=', account).executeTakeFirst()
  const sha256 = digestOfData({ ...row, of: of ?? null })
  return { 'account-deed': id, deed, account, by, before, after, sha256, recordedAt: row.recorded_at }
}
