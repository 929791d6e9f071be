import { cleanOrNull } from '../text/clean-text.ts'
import { isOutletName } from './outlet-name.ts'
import {
  isOwner,
  isTelling,
  squeezed,
  type TitleOwner,
  titleParts,
  withoutLastName,
  withoutOwner,
  wordsOf,
} from './title-parts.ts'

/** What a page calls its article, place by place. */
export type HeadlineSources = TitleOwner & {
  /** First-level headings, in the order of the page. */
  readonly headings: readonly string[]
  /** The headline of the page's JSON-LD or microdata. */
  readonly linked: string | null
  /** The title given for catalogues and sharing: Dublin Core, Open Graph, Twitter. */
  readonly shared: string | null
  /** All lines that the page prints, in order. */
  readonly lines: readonly string[]
  /** The text of `<title>`: usually the headline and the outlet's name. */
  readonly title: string | null
}

/**
 * A longer one is no headline, but text in its place; in a list it would bury all others. In UTF-16 code units, and
 * less than `MAX_ATTRIBUTE`: a title that was cut there is none either.
 */
const MAX_HEADLINE = 400

/** A printed line of fewer words may be the name of a section or outlet. */
const MIN_LINE = 3

/** With this share of words in common, two titles name the same article. */
const SAME = 0.6

/** The share of the shorter title's words that the longer has, too; titles without spaces are compared whole. */
function likeness(a: string, b: string): number {
  if (squeezed(a) === '' || squeezed(b) === '') return 0
  if (squeezed(a).includes(squeezed(b)) || squeezed(b).includes(squeezed(a))) return 1
  const [short = [], long = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length)
  const has = new Set(long)
  return short.filter((word) => has.has(word)).length / short.length
}

/** Whether a heading is the outlet's name and nothing else. */
function isName(heading: string, { outlet, host }: TitleOwner): boolean {
  const name = squeezed(heading).replace(/^the/, '')
  const names = [outlet ?? '', ...(host ?? '').split('.')].map((known) => squeezed(known).replace(/^the/, ''))
  return name !== '' && names.includes(name)
}

function isShort(text: string): boolean {
  return text.length <= MAX_HEADLINE
}

function shortOrNull(text: string | null): string | null {
  return text !== null && isShort(text) ? text : null
}

/** The headings that say the same as `name`. */
export function headingsLike(name: string, headings: readonly string[]): readonly string[] {
  return headings.filter((heading) => isTelling(heading) && likeness(heading, name) >= SAME)
}

/**
 * What a page declares: for its article, else for sharing. A site may declare its own name on every page: what neither
 * the title nor a heading confirms is nothing, where these two confirm each other.
 */
function declaredHeadline(sources: HeadlineSources): string | null {
  const { linked, shared, title, headings } = sources
  const declared = [linked, shared].find((name) => name !== null && !isName(name, sources)) ?? null
  if (declared === null || title === null) return declared
  const confirmed = likeness(declared, title) >= SAME || headingsLike(declared, headings).length > 0
  return confirmed || headingsLike(title, headings).length === 0 ? declared : null
}

/** The title without names: as the heading at one of its ends is printed; else without what is, or stands for, the outlet's name. */
function titleHeadline({ title, headings, lines, ...owner }: HeadlineSources): string | null {
  if (title === null) return null
  const parts = titleParts(title)
  const ends = [...parts.map(({ end }) => title.slice(0, end)), ...parts.map(({ start }) => title.slice(start))]
  const printed = ends.map((end) =>
    headings.find((heading) => isTelling(heading) && heading.toLowerCase() === end.toLowerCase()),
  )
  const heading = printed.find((found) => found !== undefined)
  if (heading !== undefined) return heading
  // A page without headings prints its headline in larger letters, and its outlet's name, too.
  const line =
    parts.length > 2
      ? undefined
      : ends.find((end) => end !== title && wordsOf(end).length >= MIN_LINE && lines.includes(end))
  if (line !== undefined && !isOwner(line, owner) && !isOutletName(line)) return line
  const named = withoutOwner(title, owner)
  const rest = named === title || /\p{Script=Han}/u.test(named) ? withoutLastName(named) : named
  return titleParts(rest).every(({ text }) => isOwner(text, owner)) ? null : rest
}

/**
 * The headline as the page declares it for its article or for sharing, to the letter; else its title without the
 * outlet's name; else its only heading.
 */
export function headlineOf(given: HeadlineSources): string | null {
  const sources = {
    ...given,
    headings: given.headings.filter((heading) => isShort(heading) && !isName(heading, given)),
    linked: shortOrNull(given.linked),
    shared: shortOrNull(given.shared),
    title: shortOrNull(given.title),
  }
  const named = declaredHeadline(sources) ?? titleHeadline(sources)
  if (named !== null) return cleanOrNull(named)
  return sources.headings.length === 1 ? cleanOrNull(sources.headings[0]) : null
}
