import type { DecidedBy } from '../decisions.ts'
import type { Id } from '../id.ts'
import type { Account, AccountDeed } from './account.ts'
import type { Passkey } from './passkey.ts'
import type { Role } from './role.ts'
import type { NewSession, Session, SignedIn } from './session.ts'
import type { SignInLink } from './sign-in-link.ts'

/** Why something was not done to an account. */
export type AccountRefusal =
  /** There is no such account, session or passkey. */
  | 'no-such'
  /** Somebody has this address already. */
  | 'address-taken'
  /** Somebody has this passkey already. */
  | 'passkey-taken'
  /** Without an owner nobody could let anybody in. */
  | 'last-owner'

export type AccountOutcome = 'done' | AccountRefusal

/**
 * Who may come to the desk. Whatever is done to an account is told of in the ledger in the same transaction; addresses
 * and names stand there as keyed digests only, and go with the account. No token of a link or a session is kept.
 */
export interface Accounts {
  /** Whether somebody came in as owner. */
  hasOwner(): Promise<boolean>
  /** All who are not removed, the first one first. */
  list(): Promise<readonly Account[]>
  account(id: Id): Promise<Account | null>
  /** By an address as `mailAddress` gives it. */
  accountAt(address: string): Promise<Account | null>
  /** What was done to accounts, the newest first, at most `limit`. */
  deeds(limit: number): Promise<readonly AccountDeed[]>

  /** Keeps a link until it is used or over. */
  addLink(link: SignInLink): Promise<void>
  /**
   * Uses a link, and signs in whom it lets in: once, before it is over, and the first owner only while there is none.
   *
   * @returns null where it lets in nobody
   */
  takeLink(digest: string, session: NewSession): Promise<SignedIn | null>

  /** Makes an account for who is invited. */
  invite(
    invited: { readonly address: string; readonly role: Role },
    by: DecidedBy,
  ): Promise<{ readonly outcome: 'done'; readonly account: Account } | { readonly outcome: 'address-taken' }>
  changeRole(id: Id, role: Role, by: DecidedBy): Promise<AccountOutcome>
  /** Says how a person is called and reached. */
  describe(id: Id, as: Pick<Account, 'name' | 'address'>, by: DecidedBy): Promise<AccountOutcome>
  /** Removes an account: address, name, passkeys, sessions and links go. That it was there, and what it did, stays. */
  remove(id: Id, by: DecidedBy): Promise<AccountOutcome>

  /** Whose session it is, while it is live; notes its use. */
  signedIn(digest: string, from: string | null): Promise<SignedIn | null>
  /** Live sessions of one account, or of all (null), the last used one first. */
  sessions(accountId: Id | null): Promise<readonly Session[]>
  endSession(id: Id, by: DecidedBy): Promise<AccountOutcome>

  passkeys(accountId: Id): Promise<readonly Passkey[]>
  passkey(id: string): Promise<Passkey | null>
  addPasskey(passkey: Omit<Passkey, 'madeAt' | 'usedAt'>, by: DecidedBy): Promise<AccountOutcome>
  removePasskey(id: string, by: DecidedBy): Promise<AccountOutcome>
  /**
   * Signs in by a passkey that was checked.
   *
   * @param used with what its device counted; a count that does not go on is of a copied key
   * @returns null where there is no such passkey, or its count did not go on
   */
  signInByPasskey(used: Pick<Passkey, 'id' | 'counter'>, session: NewSession): Promise<SignedIn | null>
}
