/** What of a request decides whether it may pass. */
export type Visit = {
  readonly method: string
  /** The Host header. */
  readonly host: string | null
  readonly origin: string | null
  /** The Sec-Fetch-Site and Sec-Fetch-Mode headers, which browsers send and pages cannot set. */
  readonly fetchSite: string | null
  readonly fetchMode: string | null
}

const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]']
const READING_METHODS: readonly string[] = ['GET', 'HEAD']
/** The port that browsers leave out of an address. */
const DEFAULT_PORT = 80

/** Where the pages are reached: on this computer by the port, by others at an address. */
export type Reached = { readonly port: number; readonly address: string | null }

/** The origins that are ours, by the hosts that name them. */
function ourOrigins({ port, address }: Reached): ReadonlyMap<string, string> {
  const hosts = LOOPBACK_NAMES.flatMap((name) => (port === DEFAULT_PORT ? [name, `${name}:80`] : [`${name}:${port}`]))
  const origins = new Map(hosts.map((host) => [host, `http://${host}`]))
  if (address !== null) origins.set(new URL(address).host, new URL(address).origin)
  return origins
}

/**
 * Decides whether a request may come from a page of ours, or from somebody who followed a link to one.
 *
 * Host: a foreign name that was pointed at 127.0.0.1 (DNS rebinding) would make its pages ours. Origin: a page
 * elsewhere must not send our forms, nor load our pages into itself.
 */
export function mayPass({ method, host, origin, fetchSite, fetchMode }: Visit, reached: Reached): boolean {
  const ours = host === null ? undefined : ourOrigins(reached).get(host.toLowerCase())
  if (ours === undefined) return false
  if (READING_METHODS.includes(method)) return fetchSite !== 'cross-site' || fetchMode === 'navigate'
  if (fetchSite !== null && fetchSite !== 'same-origin') return false
  // Every browser names the origin of a form; one that hides it has to say that it is ours.
  return origin === null ? fetchSite === 'same-origin' : origin.toLowerCase() === ours
}
