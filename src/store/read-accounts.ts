import type { Kysely } from 'kysely'
import type { Account, AccountDeed } from '../record/accounts/account.ts'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Accounts that are not removed, as the port gives them, the first one first. */
export function accountRows(db: Db) {
  return db
    .selectFrom('current_accounts as c')
    .innerJoin('accounts as a', 'a.id', 'c.account_id')
    .select(['a.id', 'c.role', 'c.name', 'c.address', 'a.recorded_at as since', 'c.joined_at as joinedAt'])
    .orderBy('a.seq')
}

/** An account by its id; null where there is none, or it was removed. */
export async function readAccount(db: Db, id: Id): Promise<Account | null> {
  return (await accountRows(db).where('a.id', '=', id).executeTakeFirst()) ?? null
}

/** The account of an address; null where nobody has it. */
export async function readAccountAt(db: Db, address: string): Promise<Account | null> {
  return (await accountRows(db).where('c.address', '=', address).executeTakeFirst()) ?? null
}

/** Those who came in as owners. */
export async function ownersOf(db: Db): Promise<readonly Account[]> {
  return accountRows(db).where('c.role', '=', 'owner').where('c.joined_at', 'is not', null).execute()
}

/** What was done to accounts, the newest first. */
export async function readDeeds(db: Db, limit: number): Promise<readonly AccountDeed[]> {
  return db
    .selectFrom('account_deeds')
    .select(['id', 'recorded_at as recordedAt', 'deed', 'account_id as accountId', 'by_account as by'])
    .select(['role_before as before', 'role_after as after'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}
