/** What one robots.txt says to us. */
export type RobotsRules = {
  /** Whether an address of this site may be fetched. */
  mayFetch(url: URL): boolean
  /** The pause between two requests that it asks for, in milliseconds; null where it does not. */
  readonly crawlDelayMs: number | null
}

/** Nothing is asked of us. */
export const EVERYTHING: RobotsRules = { mayFetch: () => true, crawlDelayMs: null }

/** As much of a robots.txt as is read, in bytes: what RFC 9309 asks for at least. */
export const MAX_ROBOTS_BYTES = 500 * 1024

type Rule = { readonly allow: boolean; readonly pattern: string }
type Group = { readonly agents: string[]; readonly rules: Rule[]; crawlDelay: number | null }

const LINE = /^\s*([^:#]*?)\s*:\s*([^#]*?)\s*(?:#.*)?$/
const UNRESERVED = /[A-Za-z0-9\-._~]/

/** A path or pattern in one spelling: what need not be percent-encoded is not, all else is, in upper case. */
function normal(text: string): string {
  const ascii = text.replace(/[^\u0021-\u007e]+/g, (beyond) => encodeURIComponent(beyond.toWellFormed()))
  return ascii.replace(/%([0-9a-f]{2})/gi, (encoded, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return UNRESERVED.test(character) ? character : encoded.toUpperCase()
  })
}

/** The path of an address as patterns name it: what they have a meaning for stands encoded in it. */
function pathOf(url: URL): string {
  return normal(url.pathname + url.search)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24')
}

/**
 * Whether a pattern fits a path from its start; "*" stands for anything, "$" at its end for the path's end.
 * Cost: each part of the pattern is looked for once, from where the part before it was found.
 */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const [first = '', ...others] = (isAnchored ? pattern.slice(0, -1) : pattern).replaceAll('$', '%24').split('*')
  if (!path.startsWith(first)) return false
  const last = others.pop()
  if (last === undefined) return !isAnchored || path.length === first.length
  let at = first.length
  for (const part of others) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return isAnchored ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at)
}

/** Groups in their order: one or more user agents, then what is said to them. Other lines end none (RFC 9309, 2.2.4). */
function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = []
  let namesAgents = false
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = LINE.exec(line) ?? []
    const group = groups.at(-1)
    switch (key.toLowerCase()) {
      case 'user-agent':
        if (namesAgents) group?.agents.push(agentOf(value))
        else groups.push({ agents: [agentOf(value)], rules: [], crawlDelay: null })
        namesAgents = true
        break
      case 'allow':
      case 'disallow':
        // An empty pattern fits nothing: "Disallow:" allows all.
        if (value !== '') group?.rules.push({ allow: key.toLowerCase() === 'allow', pattern: normal(value) })
        namesAgents = false
        break
      case 'crawl-delay':
        if (group !== undefined && /^\d+(?:\.\d+)?$/.test(value)) group.crawlDelay = Number(value)
        break
    }
  }
  return groups
}

/** The name in a user-agent line, without a version after it; "*" for all others. */
function agentOf(value: string): string {
  return value.startsWith('*') ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase()
}

/** The rule that counts: the longest that fits; of two as long, the one that allows. */
function decisive(rules: readonly Rule[], path: string): Rule | null {
  let best: Rule | null = null
  for (const rule of rules) {
    const length = best?.pattern.length ?? -1
    const isBetter = rule.pattern.length > length || (rule.pattern.length === length && rule.allow)
    if (isBetter && fits(rule.pattern, path)) best = rule
  }
  return best
}

/**
 * Reads a robots.txt as RFC 9309 has it; nothing in it is an error.
 *
 * @param text  at most `MAX_ROBOTS_BYTES` of it
 * @param agent the name we go by, in letters, "-" and "_": "onrecord"
 */
export function robotsRules(text: string, agent: string): RobotsRules {
  const groups = groupsOf(text)
  const named = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  const ours = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
  const rules = ours.flatMap((group) => group.rules)
  const delays = ours.flatMap(({ crawlDelay }) => (crawlDelay === null ? [] : [crawlDelay * 1000]))
  return {
    mayFetch: (url) => url.pathname === '/robots.txt' || (decisive(rules, pathOf(url))?.allow ?? true),
    crawlDelayMs: delays.length === 0 ? null : Math.max(...delays),
  }
}
