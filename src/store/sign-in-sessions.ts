import type { Kysely } from 'kysely'
import type { AccountOutcome } from '../record/accounts/accounts.ts'
import {
  isLive,
  type NewSession,
  SESSION_TOUCH_MS,
  type Session,
  type SignedIn,
  type SignInWay,
} from '../record/accounts/session.ts'
import type { Id } from '../record/id.ts'
import { readAccount } from './read-accounts.ts'
import type { Tables } from './tables.ts'
import { writeAccountDeed } from './write-account-deed.ts'
import type { Writer } from './writer.ts'

type Db = Kysely<Tables>

function sessionRows(db: Db) {
  return db
    .selectFrom('sign_in_sessions')
    .select(['id', 'account_id as accountId', 'way', 'made_at as madeAt', 'used_at as usedAt', 'browser'])
    .select('seen_from as from')
}

/** Signs somebody in: a new session, and the ledger's entry. Sessions that are over go. */
export async function makeSession(
  writer: Writer,
  accountId: Id,
  { digest, from, browser, way }: NewSession & { readonly way: SignInWay },
): Promise<SignedIn> {
  const { trx, now, newId } = writer
  const account = await readAccount(trx, accountId)
  if (account === null) throw new Error('a session is made for an account that is not there')
  for (const session of await sessionRows(trx).where('account_id', '=', accountId).execute())
    if (!isLive(session, now)) await trx.deleteFrom('sign_in_sessions').where('id', '=', session.id).execute()
  const session: Session = { id: newId(), accountId, way, madeAt: now, usedAt: now, from, browser }
  await trx
    .insertInto('sign_in_sessions')
    .values({
      id: session.id,
      digest,
      account_id: accountId,
      way,
      made_at: now,
      used_at: now,
      seen_from: from,
      browser,
    })
    .execute()
  await writeAccountDeed(writer, { accountId, deed: 'sign-in', by: accountId, after: account.role, detail: way })
  return { account, session }
}

/** Whose session it is; null where it is none, or is over. */
export async function readSignedIn(db: Db, digest: string, now: string): Promise<SignedIn | null> {
  const session = await sessionRows(db).where('digest', '=', digest).executeTakeFirst()
  if (session === undefined || !isLive(session, now)) return null
  const account = await readAccount(db, session.accountId)
  return account && { account, session }
}

/** Whether its last use was so long ago that it is to be written down again. */
export function isToTouch({ usedAt }: Session, now: string): boolean {
  return Math.abs(Date.parse(now) - Date.parse(usedAt)) >= SESSION_TOUCH_MS
}

/** Writes down that a session is used, and from where. */
export async function touchSession({ trx, now }: Writer, id: Id, from: string | null): Promise<void> {
  await trx.updateTable('sign_in_sessions').set({ used_at: now, seen_from: from }).where('id', '=', id).execute()
}

/** Live sessions of an account, or of all, the last used one first. */
export async function readSessions(db: Db, accountId: Id | null, now: string): Promise<readonly Session[]> {
  const rows = await sessionRows(db)
    .$if(accountId !== null, (all) => all.where('account_id', '=', accountId ?? ''))
    .orderBy('used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.filter((session) => isLive(session, now))
}

/** Ends a session at once. */
export async function endSession(writer: Writer, id: Id, by: Id | null): Promise<AccountOutcome> {
  const { trx } = writer
  const ended = await trx
    .deleteFrom('sign_in_sessions')
    .where('id', '=', id)
    .returning('account_id as accountId')
    .executeTakeFirst()
  const account = ended && (await readAccount(trx, ended.accountId))
  if (!account) return 'no-such'
  await writeAccountDeed(writer, { accountId: account.id, deed: 'end-session', by, after: account.role })
  return 'done'
}
