/** What campaigns, mailings and apps add to an address. It leads to the same page without it. */
const TRACKING =
  /^(?:utm_\w*|mtm_\w*|pk_\w*|hsa_\w*|at_(?:medium|campaign|link\w*|format|ptr_name|bbc_team)|mc_[ce]id|ns_\w*|(?:fbc|gc|dc|yc|twc|ttc)lid|msclkid|[gw]braid|gclsrc|igsh(?:id)?|_ga|_gl|__twitter_impression|xtor|cmpid|ftag|ito|guccounter|guce_\w*|sr_share|smid|partner|rssid)$/i

/** Names that say where a reader came from; with other values they may say which page is meant. */
const ORIGIN = /^(?:ref|ref_src|source|src|from|via|cmp|feed|output|medium|referrer)$/i
const FROM_A_FEED = /^(?:(?:my)?rss(?:feed)?\d*|feeds?|atom|xml|syndication|twitter|facebook|newsletter|twsrc\W.*)$/i

/** Asks for the page in the form for phones of AMP. */
const AMP_PARAMETER = /^(?:amp|outputtype|mode|output)$/i
const AMP_VALUE = /^(?:1|true|amp|)$/i

/** Hosts and paths that hold another address whole. */
const WRAPPED_PATH = /^\/(?:c|v|a)\/s\/(?<cdn>.+)$|^\/amp\/s\/(?<google>.+)$/
/** Paths of pages that only send their reader on. */
const SENDS_ON = /\/(?:url|redir\w*|r|rd|click|out|track\w*|goto|go|l)\/?(?:\.\w+)?$/i
const TARGET = ['url', 'u', 'q', 'target', 'to', 'dest', 'redirect', 'link']

function isTracking(name: string, value: string): boolean {
  return TRACKING.test(name) || (ORIGIN.test(name) && FROM_A_FEED.test(value))
}

/** The address that another one only leads to: of AMP's caches, and of counters that name it in a parameter. */
function unwrapped(url: URL): URL {
  const groups = WRAPPED_PATH.exec(url.pathname)?.groups
  const isCache = url.hostname.endsWith('.cdn.ampproject.org') && groups?.['cdn'] !== undefined
  const isGoogle = /(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && groups?.['google'] !== undefined
  if (isCache || isGoogle) return URL.parse(`https://${groups?.['cdn'] ?? groups?.['google']}${url.search}`) ?? url
  if (!SENDS_ON.test(url.pathname)) return url
  for (const name of TARGET) {
    const target = url.searchParams.get(name) ?? ''
    const inner = /^https?:\/\//i.test(target) ? URL.parse(target) : null
    if (inner !== null) return inner
  }
  return url
}

/**
 * The address as it is fetched: without what was added to count readers, and without the place in the page.
 *
 * @param address absolute, http or https
 */
export function fetchedAddress(address: string): string {
  const url = new URL(address)
  // Some sites are one page and tell their articles apart behind "#!".
  if (!/^#!?\//.test(url.hash)) url.hash = ''
  const tracking = [...url.searchParams].filter(([name, value]) => isTracking(name, value))
  // Written anew, the other parameters might be escaped in another way.
  if (tracking.length > 0) for (const [name] of tracking) url.searchParams.delete(name)
  return url.href
}

/**
 * The ways in which programs mostly write one address: what an exact comparison needs to find it.
 *
 * @param address absolute, http or https
 */
export function spellings(address: string): readonly string[] {
  const written = new Set<string>()
  for (const one of [address, fetchedAddress(address)])
    for (const scheme of ['http:', 'https:'])
      for (const hasSlash of [true, false]) {
        const url = new URL(one)
        url.protocol = scheme
        if (url.pathname !== '/') url.pathname = url.pathname.replace(/\/*$/, hasSlash ? '/' : '')
        written.add(url.href)
      }
  return [...written]
}

/** Letters of a path that are written as they are or escaped. */
function plainPath(path: string): string {
  try {
    return encodeURI(decodeURI(path))
  } catch {
    // It is not UTF-8 that is escaped there.
    return path
  }
}

/** Without what AMP puts in front or behind, and without what a folder's own page is called. */
function barePath(path: string): string {
  return plainPath(path)
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
    .replace(/\/amp(?:\.html?)?\/*$/i, '/')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/^\/amp\//i, '/')
    .replace(/\/+$/, '')
}

/**
 * What two addresses of one page have in common: neither the scheme, nor "www.", "m.", "mobile." and "amp." in front
 * of the host, nor a slash at the end, nor the place in the page, nor AMP, nor what counts readers, nor the order of
 * parameters, nor a page that only leads on.
 *
 * @param address absolute, http or https
 * @returns no address any more: only to be compared
 */
export function linkKey(address: string): string {
  const url = unwrapped(new URL(address))
  const host = url.host.replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '')
  const parameters = [...url.searchParams]
    .filter(([name, value]) => !isTracking(name, value) && !(AMP_PARAMETER.test(name) && AMP_VALUE.test(value)))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  const place = /^#!?\//.test(url.hash) ? url.hash : ''
  return `${host}${barePath(url.pathname)}${parameters.length > 0 ? `?${parameters.sort().join('&')}` : ''}${place}`
}

/** Host and path alone, for addresses that differ in a parameter made anew for every reader. */
export function pathKey(address: string): string {
  return linkKey(address).replace(/[?#].*$/s, '')
}

/** Whether an address is a site's front page, which says nothing about an article. */
export function isFrontPage(address: string): boolean {
  const key = linkKey(address)
  return !/[/?#]/.test(key)
}
