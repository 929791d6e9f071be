import type { Accounts } from '../record/accounts/accounts.ts'
import type { LinkKind } from '../record/accounts/sign-in-link.ts'
import type { Id } from '../record/id.ts'
import { digestOfToken, newToken } from './token.ts'

/** The address below which links that let in stand. Opening one changes nothing: its page has a button. */
export const LINK_PATH = '/sign-in/with/'

/** A link that lets somebody in, to be kept. */
export type LinkAsked = {
  readonly kind: LinkKind
  /** Null for the first owner, and for a decoy. */
  readonly accountId: Id | null
  /** Where the pages are: `http://localhost:4600`. */
  readonly origin: string
}

/** Makes a link that lets somebody in once, and keeps what is needed to know it again. @returns its address */
export async function makeLink(
  accounts: Pick<Accounts, 'addLink'>,
  { kind, accountId, origin }: LinkAsked,
): Promise<string> {
  const token = newToken()
  await accounts.addLink({ digest: digestOfToken(token), kind, accountId })
  return `${origin}${LINK_PATH}${token}`
}

/**
 * The link for who has the machine: it makes the first owner while there is none, else it lets in the first owner, or who
 * has `address`.
 *
 * @returns null where nobody has that address
 */
export async function linkForMachine(
  accounts: Pick<Accounts, 'addLink' | 'hasOwner' | 'list' | 'accountAt'>,
  { origin, address }: { readonly origin: string; readonly address: string | null },
): Promise<string | null> {
  if (address !== null) {
    const account = await accounts.accountAt(address)
    return account && makeLink(accounts, { kind: 'desk', accountId: account.id, origin })
  }
  if (!(await accounts.hasOwner())) return makeLink(accounts, { kind: 'first-owner', accountId: null, origin })
  const owner = (await accounts.list()).find(({ role, joinedAt }) => role === 'owner' && joinedAt !== null)
  return owner === undefined ? null : makeLink(accounts, { kind: 'desk', accountId: owner.id, origin })
}
