/**
 * An absolute http or https address, in its normal form.
 *
 * @param base what a relative address stands on, or null
 * @returns null for anything else, and for addresses with a password in them
 */
export function webAddress(value: string | null, base: string | null): string | null {
  if (value === null || value.trim() === '') return null
  const url = URL.parse(value.trim(), base ?? undefined)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  return url.hostname.includes('.') || url.hostname.startsWith('[') ? url.href : null
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|m|mobile|amp|edition)\./, '')
}

/**
 * The page's own address.
 *
 * @param given   what the page calls itself, best first
 * @param fetched where it came from, or null
 */
export function pageAddress(given: readonly (string | null)[], fetched: string | null): string | null {
  const from = webAddress(fetched, null)
  for (const value of given) {
    const address = webAddress(value, from)
    // A canonical link to the front page is a common mistake, and says nothing about the article.
    if (address === null || (from !== null && new URL(address).pathname === '/' && new URL(from).pathname !== '/'))
      continue
    return address
  }
  return from
}

/** The host of an address without "www", or null. */
export function siteHost(address: string | null): string | null {
  return address === null ? null : hostOf(address)
}
