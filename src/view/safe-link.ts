/** Schemes a link of ours may have: everything else (`javascript:`, `data:`, `file:`) can run or leak on a click. */
const SCHEMES = new Set(['http:', 'https:'])

/** An address that is safe to link, and how to show it. */
export type SafeLink = {
  /** Normalised: percent-encoded and in ASCII, so that nothing in it turns the text around it. */
  readonly href: string
  /** The host alone, in ASCII: what a person checks before a click. */
  readonly host: string
}

/**
 * Lets only absolute http and https addresses through.
 *
 * @param address any string at all, as a page gave it
 * @returns null where it is none; user names and passwords are cut out
 */
export function safeLink(address: string | null): SafeLink | null {
  if (address === null || !URL.canParse(address)) return null
  const url = new URL(address)
  if (!SCHEMES.has(url.protocol)) return null
  url.username = ''
  url.password = ''
  return { href: url.href, host: url.host }
}
