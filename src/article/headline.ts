import { cleanOrNull } from '../text/clean-text.ts'

/** What a page calls its article, place by place. */
export type HeadlineSources = {
  /** First-level headings, in the order of the page. */
  readonly headings: readonly string[]
  /** The headline of the page's JSON-LD. */
  readonly linked: string | null
  /** The title given for sharing: Open Graph, Twitter, Dublin Core. */
  readonly shared: string | null
  /** The text of `<title>`: usually the headline and the outlet's name. */
  readonly title: string | null
  readonly outlet: string | null
  /** The host of the page's address, or null. */
  readonly host: string | null
}

/** Signs that separate a headline from the outlet's name in a title. A hyphen or colon inside words is none. */
const SEPARATOR = /\s+[|\-–—·•»:/\\]+\s+|\s*[|»]\s*|\s+[-–—]+\s*$/

/** The same in a title with a quotation in « », where a mark that closes it separates nothing. */
const SEPARATOR_BESIDE_QUOTATION = /\s+[|\-–—·•:/\\]+\s+|\s*\|\s*|\s+[-–—]+\s*$/

/**
 * A longer one is no headline, but text in its place; in a list it would bury all others. In UTF-16 code units, and
 * less than `MAX_ATTRIBUTE`: a title that was cut there is none either.
 */
const MAX_HEADLINE = 400

/** With this share of words in common, two titles name the same article. */
const SAME = 0.6

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Letters and digits alone: for comparing titles, names and hosts. */
export function squeezed(text: string): string {
  return wordsOf(text).join('')
}

/** The share of the shorter title's words that the longer has, too; titles without spaces are compared whole. */
function likeness(a: string, b: string): number {
  if (squeezed(a) === '' || squeezed(b) === '') return 0
  if (squeezed(a).includes(squeezed(b)) || squeezed(b).includes(squeezed(a))) return 1
  const [short = [], long = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length)
  const has = new Set(long)
  return short.filter((word) => has.has(word)).length / short.length
}

/** Letters that a part of a title may have beyond the outlet's name and still be it: "Harbour Post Online". */
const NAME_SLACK = 12

function isOutlet(part: string, { outlet, host }: HeadlineSources): boolean {
  const name = squeezed(part)
  const known = squeezed(outlet ?? '')
  if (name === '') return true
  if (known !== '' && (known.includes(name) || (name.includes(known) && name.length <= known.length + NAME_SLACK)))
    return true
  return host !== null && squeezed(host).includes(name)
}

/** Whether a heading is the outlet's name and nothing else. */
function isName(heading: string, { outlet, host }: HeadlineSources): boolean {
  const name = squeezed(heading).replace(/^the/, '')
  const names = [outlet ?? '', ...(host ?? '').split('.')].map((known) => squeezed(known).replace(/^the/, ''))
  return name !== '' && names.includes(name)
}

/** The parts of a title between its separators. */
export function partsOf(title: string): readonly string[] {
  return title
    .split(title.includes('«') ? SEPARATOR_BESIDE_QUOTATION : SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * A title without the outlet's name, section names beside it included: "Headline | World | Harbour Post".
 * Only parts at an end that are the outlet's go, and what stands beyond them.
 */
function withoutOutlet(title: string, sources: HeadlineSources): string {
  const parts = partsOf(title)
  const [first = '', ...others] = parts
  if (others.length === 0) return title
  const last = parts.at(-1) ?? ''
  if (isOutlet(last, sources)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—·•»:/\\]+$/, '') || title
  if (isOutlet(first, sources))
    return title.slice(title.indexOf(first) + first.length).replace(/^[\s|\-–—·•»:/\\]+/, '') || title
  return title
}

/** Whether a heading names the article: it is alone, or a title of the head says the same. */
function headingOf({ headings, linked, shared, title }: HeadlineSources): string | null {
  const named = [linked, shared, title].filter((name) => name !== null)
  const best = headings
    .filter((heading) => wordsOf(heading).length > 0)
    .map((heading) => ({ heading, likeness: Math.max(0, ...named.map((name) => likeness(heading, name))) }))
    .filter((found) => found.likeness >= SAME && wordsOf(found.heading).length > 1)
  return best.sort((a, b) => b.likeness - a.likeness)[0]?.heading ?? null
}

function isShort(text: string): boolean {
  return text.length <= MAX_HEADLINE
}

function shortOrNull(text: string | null): string | null {
  return text !== null && isShort(text) ? text : null
}

/**
 * The headline as printed on the page: the heading that the page's own titles confirm; else what it gives for
 * sharing; else its title without the outlet's name; else its only heading.
 */
export function headlineOf(given: HeadlineSources): string | null {
  const sources = {
    ...given,
    headings: given.headings.filter((heading) => isShort(heading) && !isName(heading, given)),
    linked: shortOrNull(given.linked),
    shared: shortOrNull(given.shared),
    title: shortOrNull(given.title),
  }
  const { linked, shared, title, headings } = sources
  const heading = headingOf(sources)
  if (heading !== null) return cleanOrNull(withoutOutlet(heading, sources))
  const called = shared ?? linked ?? title
  const named = called === null ? null : withoutOutlet(called, sources)
  if (named !== null && !isOutlet(named, sources)) return cleanOrNull(named)
  return headings.length === 1 ? cleanOrNull(headings[0]) : null
}
