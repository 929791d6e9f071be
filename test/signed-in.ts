import { linkForMachine } from '../src/accounts/desk-link.ts'
import { digestOfToken, newToken } from '../src/accounts/token.ts'
import type { Accounts } from '../src/record/accounts/accounts.ts'
import type { Role } from '../src/record/accounts/role.ts'
import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import type { Mailer } from '../src/record/mailer.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from './open-test-record.ts'

const FROM = { from: '127.0.0.1', browser: null }

/** Signs in with a link of a record. @returns the cookie of the session, as a browser sends it to `localhost:4600` */
async function cookieOf(accounts: Accounts, digest: string): Promise<string> {
  const token = newToken()
  if ((await accounts.takeLink(digest, { digest: digestOfToken(token), ...FROM })) === null)
    throw new Error('nobody was signed in')
  return `onrecord-4600=${token}`
}

/** Signs in a record's first owner, who is made where there is none. @returns the cookie of the session */
export async function ownerCookie(accounts: Accounts): Promise<string> {
  const link = await linkForMachine(accounts, { origin: 'http://localhost:4600', address: null })
  return cookieOf(accounts, digestOfToken(link?.slice(link.lastIndexOf('/') + 1) ?? ''))
}

/** Makes somebody in a role, in a record that has an owner. @returns the cookie of the session */
export async function cookieOfRole(accounts: Accounts, role: Role): Promise<string> {
  const invited = await accounts.invite({ address: `${newToken().toLowerCase()}@example.org`, role }, AT_THE_MACHINE)
  if (invited.outcome !== 'done') throw new Error('the address is taken')
  const digest = newToken()
  await accounts.addLink({ digest, kind: 'invitation', accountId: invited.account.id })
  return cookieOf(accounts, digest)
}

/** For pages that send no mails. */
export const NO_MAILS: Mailer = {
  isSent: false,
  send: async () => {
    throw new Error('a mail is sent that no test expects')
  },
  close: () => undefined,
}

/** The cookies that a browser sends, and those that an answer sets, as it sends them from then on. */
export function withCookie(cookies: string, response: Response): string {
  const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  const nameOf = (cookie: string) => cookie.split('=')[0]
  const kept = cookies.split('; ').filter((cookie) => !set.some((one) => nameOf(one) === nameOf(cookie)))
  return [...kept, ...set].filter((cookie) => cookie !== '').join('; ')
}

/** Signs in the owner of a record that a server serves. @returns the cookie of the session, for the server's address */
export async function cookieFor(folder: string, address: string): Promise<string> {
  const store = await openTestRecord({ folder, clock: systemClock })
  try {
    return (await ownerCookie(store.accounts)).replace('4600', new URL(address).port)
  } finally {
    await store.close()
  }
}
