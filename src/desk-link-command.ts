/** The command `desk-link`, and what a start says of the desk. */
import { linkForMachine } from './accounts/desk-link.ts'
import { type Command, DONE, plainWords, SOME_FAILED, WrongUse } from './command.ts'
import { openRecord } from './open-record.ts'
import { mailAddress } from './record/accounts/mail-address.ts'
import { ExpectedError } from './record/expected-error.ts'
import type { Store } from './record/store.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'

/**
 * Lets others reach the server only where somebody is there to say who may come to the desk.
 *
 * @throws ExpectedError where nobody is
 */
export async function assertOwned({ listen }: Settings, { accounts }: Pick<Store, 'accounts'>): Promise<void> {
  if (listen === null || (await accounts.hasOwner())) return
  throw new ExpectedError(
    'ONRECORD_LISTEN lets others in, and this record has no owner yet: start once without it, open the link that is printed, then set it',
  )
}

/** What a start says of the desk: the link that makes the first owner, while there is none. @param origin of the pages */
export async function deskLine({ accounts }: Pick<Store, 'accounts'>, origin: string): Promise<string> {
  if (await accounts.hasOwner())
    return `The desk is at ${origin}/desk ("npx onrecord desk-link" prints a link that signs you in)`
  return `The desk opens with this link, once, within a day: ${await linkForMachine(accounts, { origin, address: null })}`
}

/** Where the pages are, by the settings of this command: they have to be those of the server. */
function originIn({ listen, address, port }: Settings): string {
  if (listen !== null && address !== null) return address
  if (port === 0) throw new WrongUse('set ONRECORD_PORT to the port of the server that the link is for')
  return `http://localhost:${port}`
}

/** `desk-link [ADDRESS]`: prints a link that signs in, once, the first owner or who has that mail address. */
export const deskLink: Command = async (argv, { settings, out, fault }) => {
  const [typed, another] = plainWords(argv)
  const address = typed === undefined ? null : mailAddress(typed)
  if (another !== undefined || (typed !== undefined && address === null))
    throw new WrongUse('desk-link takes the mail address of an account, or nothing for the first owner')
  const origin = originIn(settings)
  const { store } = await openRecord(settings, systemClock)
  try {
    const link = await linkForMachine(store.accounts, { origin, address })
    if (link === null) {
      fault(`nobody with the address ${typed} may come to the desk; an owner can invite them`)
      return SOME_FAILED
    }
    await out(
      `This link opens the desk, once, within ${(await store.accounts.hasOwner()) ? 'an hour' : 'a day'}: ${link}`,
    )
    return DONE
  } finally {
    await store.close()
  }
}
