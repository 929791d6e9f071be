import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { lasting } from '../../http/fetch-failure.ts'
import { refusalOf } from './address-kind.ts'

/** Gives the IP addresses of a name, in the order in which they are best tried. Rejects with the system's error. */
export type ResolveName = (name: string) => Promise<readonly string[]>

/** Asks the system, as every other program does: its hosts file counts, too. */
export const systemNames: ResolveName = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address)

/**
 * The addresses that a host stands for, each of them checked. One bad address condemns the name: no public site has
 * an address within a private network, and a name that mixes them is made to get a fetcher there at its second try.
 *
 * @param host a name, or an IP address without brackets
 * @throws FetchFailure where one of them may not be connected to; the system's error where there is no such name
 */
export async function checkedAddresses(
  host: string,
  { resolve, allowPrivate }: { readonly resolve: ResolveName; readonly allowPrivate: boolean },
): Promise<readonly string[]> {
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  if (addresses.length === 0) throw lasting('not-found', 'the site has no address; check how its name is written')
  for (const address of addresses) {
    const refusal = refusalOf(address, allowPrivate)
    if (refusal === null) continue
    const subject = address === host ? host : `${host} leads to ${address}, which`
    throw lasting('bad-address', `${subject} is ${refusal}`)
  }
  return addresses
}
