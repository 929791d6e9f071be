import type { Account } from '../record/accounts/account.ts'
import type { AccountOutcome } from '../record/accounts/accounts.ts'
import type { Role } from '../record/accounts/role.ts'
import type { Id } from '../record/id.ts'
import { ownersOf, readAccount, readAccountAt } from './read-accounts.ts'
import { writeAccountDeed } from './write-account-deed.ts'
import type { Writer } from './writer.ts'

/** What is made an account of. */
type NewAccount = Pick<Account, 'role' | 'name' | 'address'> & {
  readonly deed: 'found' | 'invite'
  readonly by: Id | null
}

/** Makes an account. */
export async function makeAccount(writer: Writer, { role, name, address, deed, by }: NewAccount): Promise<Id> {
  const { trx, now, newId } = writer
  const id = newId()
  await trx.insertInto('accounts').values({ id, recorded_at: now }).execute()
  const joined_at = deed === 'found' ? now : null
  await trx.insertInto('current_accounts').values({ account_id: id, role, name, address, joined_at }).execute()
  await writeAccountDeed(writer, { accountId: id, deed, by, after: role, person: { name, address } })
  return id
}

/** Makes an account for who is invited; who is invited already and never came is invited anew, in the role that is said now. */
export async function inviteAccount(
  writer: Writer,
  { address, role }: { readonly address: string; readonly role: Role },
  by: Id | null,
): Promise<{ readonly outcome: 'done'; readonly account: Account } | { readonly outcome: 'address-taken' }> {
  const known = await readAccountAt(writer.trx, address)
  if (known !== null && known.joinedAt !== null) return { outcome: 'address-taken' }
  if (known !== null) {
    await setRole(writer, known.id, role)
    await writeAccountDeed(writer, { accountId: known.id, deed: 'invite-again', by, after: role })
  }
  const id = known?.id ?? (await makeAccount(writer, { role, name: null, address, deed: 'invite', by }))
  const account = await readAccount(writer.trx, id)
  if (account === null) throw new Error('the account that was made is not there')
  return { outcome: 'done', account }
}

async function setRole({ trx }: Writer, id: Id, role: Role): Promise<void> {
  await trx.updateTable('current_accounts').set({ role }).where('account_id', '=', id).execute()
}

/** Whether nobody but this one could let anybody in. */
async function isLastOwner({ trx }: Writer, { id, role }: Account): Promise<boolean> {
  return role === 'owner' && (await ownersOf(trx)).every((owner) => owner.id === id)
}

/** Changes what somebody may do, from the next page on. */
export async function changeRole(writer: Writer, id: Id, role: Role, by: Id | null): Promise<AccountOutcome> {
  const account = await readAccount(writer.trx, id)
  if (account === null) return 'no-such'
  if (account.role === role) return 'done'
  if (await isLastOwner(writer, account)) return 'last-owner'
  await setRole(writer, id, role)
  await writeAccountDeed(writer, { accountId: id, deed: 'change-role', by, after: role })
  return 'done'
}

/** Changes how somebody is called and reached. */
export async function describeAccount(
  writer: Writer,
  id: Id,
  { name, address }: Pick<Account, 'name' | 'address'>,
  by: Id | null,
): Promise<AccountOutcome> {
  const { trx } = writer
  const account = await readAccount(trx, id)
  if (account === null) return 'no-such'
  if (account.name === name && account.address === address) return 'done'
  const other = address === null ? null : await readAccountAt(trx, address)
  if (other !== null && other.id !== id) return 'address-taken'
  await trx.updateTable('current_accounts').set({ name, address }).where('account_id', '=', id).execute()
  // What was sent to the address before must not let in whoever reads mail there now.
  if (account.address !== address) await trx.deleteFrom('sign_in_links').where('account_id', '=', id).execute()
  await writeAccountDeed(writer, {
    accountId: id,
    deed: 'describe',
    by,
    after: account.role,
    person: { name, address },
  })
  return 'done'
}

/** Removes an account, with all that tells of the person and lets in. */
export async function removeAccount(writer: Writer, id: Id, by: Id | null): Promise<AccountOutcome> {
  const account = await readAccount(writer.trx, id)
  if (account === null) return 'no-such'
  if (await isLastOwner(writer, account)) return 'last-owner'
  await writer.trx.deleteFrom('current_accounts').where('account_id', '=', id).execute()
  await writeAccountDeed(writer, { accountId: id, deed: 'remove', by, after: null })
  return 'done'
}
