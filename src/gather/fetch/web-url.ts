import { lasting } from '../../http/fetch-failure.ts'

/** The longest address that is fetched, in characters: four times what browsers and servers agree on. */
const MAX_URL = 8_192

/** Below it, ports belong to mail, logins, file shares: nothing that serves pages, except these. */
const FIRST_FREE_PORT = 1_024
const WEB_PORTS: readonly string[] = ['', '80', '443']

/**
 * An address that may be asked for: http or https, nobody's name and password in it, on a port where pages are
 * served. Odd spellings of a host (0x7f.1, 2130706433, full-width digits) come out as the address they are.
 *
 * @param base what a redirect's address stands on; null for one that a person gave
 * @returns without its fragment, which is not sent
 * @throws FetchFailure with a sentence
 */
export function webUrl(text: string, base: URL | null): URL {
  const url = URL.parse(text, base?.href)
  if (url === null) throw lasting('bad-address', 'this is no address of the web; check how it is written')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw lasting(
      'bad-address',
      `only http and https addresses are fetched, not "${url.protocol}"; save what it shows and add that`,
    )
  if (url.username !== '' || url.password !== '')
    throw lasting(
      'bad-address',
      'there is a user name or password in the address; take it out, or save the page in a browser and add that',
    )
  if (!WEB_PORTS.includes(url.port) && Number(url.port) < FIRST_FREE_PORT)
    throw lasting(
      'bad-address',
      `port ${url.port} is not one that pages are served on (80, 443, 1024 and above); check the address`,
    )
  url.hash = ''
  if (url.href.length > MAX_URL)
    throw lasting('bad-address', `the address has more than ${MAX_URL} characters; cut what only tracks its readers`)
  return url
}

/** The host of an address as names and IP addresses are looked up: without the brackets of IPv6 and a last dot. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}
