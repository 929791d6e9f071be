import type { Account, AccountDeed } from '../record/accounts/account.ts'
import type { Role } from '../record/accounts/role.ts'
import type { Id } from '../record/id.ts'
import { keyedDigest } from '../record/keyed-digest.ts'
import { accountDeedBody } from './account-deed-body.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

/** What is done to an account. */
type Done = {
  readonly accountId: Id
  readonly deed: AccountDeed['deed']
  /** Null for the machine's own user. */
  readonly by: Id | null
  /** What the account is from now on; null where it is removed. */
  readonly after: Role | null
  /** How the person is called and reached from now on, where the deed says that. */
  readonly person?: Pick<Account, 'name' | 'address'>
  /** With which passkey, or how somebody signed in. */
  readonly detail?: string
}

/** Writes down for ever what is done to an account, with the ledger's entry; of the person only keyed digests. */
export async function writeAccountDeed(
  writer: Writer,
  { accountId, deed, by, after, person, detail }: Done,
): Promise<void> {
  const { trx, now, newId, key } = writer
  const before = await trx
    .selectFrom('account_deeds')
    .select(['id', 'role_after'])
    .where('account_id', '=', accountId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const id = newId()
  await trx
    .insertInto('account_deeds')
    .values({
      id,
      account_id: accountId,
      supersedes: before?.id ?? null,
      deed,
      by_account: by,
      role_before: before?.role_after ?? null,
      role_after: after,
      person: person === undefined ? null : keyedDigest(key, JSON.stringify([person.name, person.address])),
      detail: detail ?? null,
      recorded_at: now,
    })
    .execute()
  await writeLedger(writer, 'account-deed', await accountDeedBody(trx, id))
}
