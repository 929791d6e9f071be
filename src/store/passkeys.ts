import type { Kysely } from 'kysely'
import type { AccountOutcome } from '../record/accounts/accounts.ts'
import type { Passkey } from '../record/accounts/passkey.ts'
import type { NewSession, SignedIn } from '../record/accounts/session.ts'
import type { Id } from '../record/id.ts'
import { keyedDigest } from '../record/keyed-digest.ts'
import { readAccount } from './read-accounts.ts'
import { makeSession } from './sign-in-sessions.ts'
import type { Tables } from './tables.ts'
import { writeAccountDeed } from './write-account-deed.ts'
import type { Writer } from './writer.ts'

/** Passkeys as the port gives them, the first one first. */
export function passkeyRows(db: Kysely<Tables>) {
  return db
    .selectFrom('sign_in_passkeys')
    .select(['id', 'account_id as accountId', 'name', 'public_key as publicKey', 'counter'])
    .select(['made_at as madeAt', 'used_at as usedAt'])
    .orderBy('made_at')
    .orderBy('id')
}

/** Keeps a passkey that was checked. */
export async function addPasskey(
  writer: Writer,
  { id, accountId, name, publicKey, counter }: Omit<Passkey, 'madeAt' | 'usedAt'>,
  by: Id | null,
): Promise<AccountOutcome> {
  const { trx, now, key } = writer
  const account = await readAccount(trx, accountId)
  const known = await passkeyRows(trx).where('id', '=', id).executeTakeFirst()
  if (account === null) return 'no-such'
  if (known !== undefined) return 'passkey-taken'
  const row = { id, account_id: accountId, name, public_key: publicKey, counter, made_at: now, used_at: null }
  await trx.insertInto('sign_in_passkeys').values(row).execute()
  const detail = keyedDigest(key, id)
  await writeAccountDeed(writer, { accountId, deed: 'add-passkey', by, after: account.role, detail })
  return 'done'
}

/** Takes a passkey away: it lets in nobody any more. */
export async function removePasskey(writer: Writer, id: string, by: Id | null): Promise<AccountOutcome> {
  const { trx, key } = writer
  const gone = await trx
    .deleteFrom('sign_in_passkeys')
    .where('id', '=', id)
    .returning('account_id as accountId')
    .executeTakeFirst()
  const account = gone && (await readAccount(trx, gone.accountId))
  if (!account) return 'no-such'
  const detail = keyedDigest(key, id)
  await writeAccountDeed(writer, { accountId: account.id, deed: 'remove-passkey', by, after: account.role, detail })
  return 'done'
}

/**
 * Signs in whose passkey it is.
 *
 * A device that counts counts on each time: a count that does not go on is of a copy (Web Authentication, 6.1.1).
 */
export async function signInByPasskey(
  writer: Writer,
  { id, counter }: Pick<Passkey, 'id' | 'counter'>,
  session: NewSession,
): Promise<SignedIn | null> {
  const { trx, now } = writer
  const passkey = await passkeyRows(trx).where('id', '=', id).executeTakeFirst()
  if (passkey === undefined) return null
  const counts = counter !== 0 || passkey.counter !== 0
  if (counts && counter <= passkey.counter) return null
  await trx.updateTable('sign_in_passkeys').set({ counter, used_at: now }).where('id', '=', id).execute()
  return makeSession(writer, passkey.accountId, { ...session, way: 'passkey' })
}
