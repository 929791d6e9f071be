import type { NewSession, SignedIn } from '../record/accounts/session.ts'
import { LINK_LIFE_MS, type SignInLink } from '../record/accounts/sign-in-link.ts'
import type { Id } from '../record/id.ts'
import { makeAccount } from './change-accounts.ts'
import { ownersOf, readAccount } from './read-accounts.ts'
import { makeSession } from './sign-in-sessions.ts'
import { writeAccountDeed } from './write-account-deed.ts'
import type { Writer } from './writer.ts'

/** Keeps a link; those that are over go. */
export async function addLink({ trx, now }: Writer, { digest, kind, accountId }: SignInLink): Promise<void> {
  await trx.deleteFrom('sign_in_links').where('over_at', '<=', now).execute()
  const over_at = new Date(Date.parse(now) + LINK_LIFE_MS[kind]).toISOString()
  await trx.insertInto('sign_in_links').values({ digest, kind, account_id: accountId, over_at }).execute()
}

/** Whom a link of this kind lets in; null for nobody. The first owner is made by it, and only while there is none. */
async function whoComesIn(writer: Writer, { kind, accountId }: Omit<SignInLink, 'digest'>): Promise<Id | null> {
  const { trx, now } = writer
  if (kind === 'first-owner') {
    if ((await ownersOf(trx)).length > 0) return null
    // What else was printed for the first owner lets in nobody from now on.
    await trx.deleteFrom('sign_in_links').where('kind', '=', kind).execute()
    return makeAccount(writer, { role: 'owner', name: null, address: null, deed: 'found', by: null })
  }
  const account = accountId === null ? null : await readAccount(trx, accountId)
  if (account === null) return null
  if (account.joinedAt === null) {
    await trx.updateTable('current_accounts').set({ joined_at: now }).where('account_id', '=', account.id).execute()
    await writeAccountDeed(writer, { accountId: account.id, deed: 'join', by: account.id, after: account.role })
  }
  return account.id
}

/** Uses a link: it goes, and whom it lets in is signed in. */
export async function takeLink(writer: Writer, digest: string, session: NewSession): Promise<SignedIn | null> {
  const { trx, now } = writer
  const link = await trx.deleteFrom('sign_in_links').where('digest', '=', digest).returningAll().executeTakeFirst()
  if (link === undefined || link.over_at <= now) return null
  const id = await whoComesIn(writer, { kind: link.kind, accountId: link.account_id })
  return id === null ? null : makeSession(writer, id, { ...session, way: 'link' })
}
