/**
 * An address in the order in which indexes sort: the host's parts from the last to the first, without "www", then path and
 * sorted query in small letters: `org,example)/news?a=1&b=2`. An address that is none of the web stays as it is.
 *
 * Source: CDXJ 0.1.0; the same as ReplayWeb.page looks up.
 */
export function surt(url: string): string {
  if (!/^https?:/iu.test(url) || !URL.canParse(url)) return url
  const { hostname, port, pathname, search } = new URL(url.toLowerCase().replace(/^(https?:\/\/)www\d*\./u, '$1'))
  const host = hostname.split('.').reverse().join(',')
  const query = search.slice(1).split('&').sort().join('&')
  return `${host}${port && `:${port}`})${pathname}${query && `?${query}`}`
}
