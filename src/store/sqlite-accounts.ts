import type { Account } from '../record/accounts/account.ts'
import type { Accounts } from '../record/accounts/accounts.ts'
import type { Passkey } from '../record/accounts/passkey.ts'
import type { Role } from '../record/accounts/role.ts'
import type { NewSession } from '../record/accounts/session.ts'
import type { SignInLink } from '../record/accounts/sign-in-link.ts'
import { assertClean } from '../record/clean.ts'
import type { DecidedBy } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import type { Access } from './access.ts'
import { changeRole, describeAccount, inviteAccount, removeAccount } from './change-accounts.ts'
import { addPasskey, passkeyRows, removePasskey, signInByPasskey } from './passkeys.ts'
import { accountRows, ownersOf, readAccount, readAccountAt, readDeeds } from './read-accounts.ts'
import { addLink, takeLink } from './sign-in-links.ts'
import { endSession, isToTouch, readSessions, readSignedIn, touchSession } from './sign-in-sessions.ts'

/** Who may come to the desk, in the record's own file. */
export class SqliteAccounts implements Accounts {
  readonly #access: Access
  readonly #emptied: () => Promise<void>

  /** @param emptied called when something was deleted of which no byte is to stay in the file */
  constructor(access: Access, emptied: () => Promise<void>) {
    this.#access = access
    this.#emptied = emptied
  }

  async hasOwner() {
    return this.#access.read(async (db) => (await ownersOf(db)).length > 0)
  }

  async list() {
    return this.#access.read((db) => accountRows(db).execute())
  }

  async account(id: Id) {
    return this.#access.read((db) => readAccount(db, id))
  }

  async accountAt(address: string) {
    return this.#access.read((db) => readAccountAt(db, address))
  }

  async deeds(limit: number) {
    return this.#access.read((db) => readDeeds(db, limit))
  }

  async addLink(link: SignInLink) {
    await this.#access.write((writer) => addLink(writer, link))
  }

  async takeLink(digest: string, session: NewSession) {
    assertClean(session)
    return this.#access.write((writer) => takeLink(writer, digest, session))
  }

  async invite(invited: { readonly address: string; readonly role: Role }, by: DecidedBy) {
    assertClean(invited)
    return this.#access.write((writer) => inviteAccount(writer, invited, by.account))
  }

  async changeRole(id: Id, role: Role, by: DecidedBy) {
    return this.#access.write((writer) => changeRole(writer, id, role, by.account))
  }

  async describe(id: Id, as: Pick<Account, 'name' | 'address'>, by: DecidedBy) {
    assertClean(as)
    return this.#access.write((writer) => describeAccount(writer, id, as, by.account))
  }

  async remove(id: Id, by: DecidedBy) {
    const outcome = await this.#access.write((writer) => removeAccount(writer, id, by.account))
    if (outcome === 'done') await this.#emptied()
    return outcome
  }

  async signedIn(digest: string, from: string | null) {
    const now = this.#access.now()
    const found = await this.#access.read((db) => readSignedIn(db, digest, now))
    if (found !== null && isToTouch(found.session, now))
      await this.#access.write((writer) => touchSession(writer, found.session.id, from))
    return found
  }

  async sessions(accountId: Id | null) {
    const now = this.#access.now()
    return this.#access.read((db) => readSessions(db, accountId, now))
  }

  async endSession(id: Id, by: DecidedBy) {
    return this.#access.write((writer) => endSession(writer, id, by.account))
  }

  async passkeys(accountId: Id) {
    return this.#access.read((db) => passkeyRows(db).where('account_id', '=', accountId).execute())
  }

  async passkey(id: string) {
    return this.#access.read(async (db) => (await passkeyRows(db).where('id', '=', id).executeTakeFirst()) ?? null)
  }

  async addPasskey(passkey: Omit<Passkey, 'madeAt' | 'usedAt'>, by: DecidedBy) {
    assertClean(passkey)
    return this.#access.write((writer) => addPasskey(writer, passkey, by.account))
  }

  async removePasskey(id: string, by: DecidedBy) {
    return this.#access.write((writer) => removePasskey(writer, id, by.account))
  }

  async signInByPasskey(used: Pick<Passkey, 'id' | 'counter'>, session: NewSession) {
    assertClean(session)
    return this.#access.write((writer) => signInByPasskey(writer, used, session))
  }
}
