import type { Id } from '../id.ts'
import type { Role } from './role.ts'

/** Somebody who may come to the desk, or is invited to. What tells of the person goes when the account is removed. */
export type Account = {
  readonly id: Id
  readonly role: Role
  /** As others on the desk call the person; null where nobody said. */
  readonly name: string | null
  /** Where mail reaches the person, in lower case; null for an owner who gave none. */
  readonly address: string | null
  /** UTC, when it was made. */
  readonly since: string
  /** UTC, when the person first came in; null for who was invited and did not come yet. */
  readonly joinedAt: string | null
}

/** What is done to an account, as the record keeps it for ever. */
export const ACCOUNT_DEEDS = [
  'found',
  'invite',
  'invite-again',
  'join',
  'change-role',
  'describe',
  'remove',
  'add-passkey',
  'remove-passkey',
  'sign-in',
  'end-session',
] as const

/** One thing that was done to an account: who, when, before, after. */
export type AccountDeed = {
  readonly id: Id
  /** UTC. */
  readonly recordedAt: string
  readonly deed: (typeof ACCOUNT_DEEDS)[number]
  readonly accountId: Id
  /** Who did it; null for the machine's own user, by a command or by the link that it printed. */
  readonly by: Id | null
  readonly before: Role | null
  readonly after: Role | null
}

/** As the desk calls somebody: by name, else by address, else by what they are. */
export function nameOf({ name, address, role }: Pick<Account, 'name' | 'address' | 'role'>): string {
  return name ?? address ?? `the ${role}`
}
