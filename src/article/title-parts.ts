/** One part of a title, and where it stands in it: half-open, in UTF-16 code units. */
export type TitlePart = { readonly text: string; readonly start: number; readonly end: number }

/** Who a part of a title may be named after. */
export type TitleOwner = {
  readonly outlet: string | null
  /** The host of the page's address, or null. */
  readonly host: string | null
}

/**
 * Signs between a headline and the names of sections and outlet: "Headline | World | Harbour Post". A hyphen or colon
 * within words is none; between Chinese characters both `_` and `-` are, as portals write them.
 */
const SEPARATOR =
  /\s+[|\-–—·•»:/\\_]+\s+|\s*[|»｜]+\s*|:\s+|(?<=[\p{Script=Han}\p{P}])\s*(?:_+|-{1,2})\s*(?=\p{Script=Han})|\s+[-–—]+\s*$/gu

/** The same in a title with a quotation in « », where a mark that closes it separates nothing. */
const SEPARATOR_BESIDE_QUOTATION = /\s+[|\-–—·•:/\\]+\s+|\s*\|+\s*|:\s+|\s+[-–—]+\s*$/gu

/** Separators left at an end from which a name was cut. */
const EDGES = /^[\s|\-–—·•»:/\\_｜]+|[\s|\-–—·•»:/\\_｜]+$/gu

/** A part that is less of the outlet's name than this is no more than a word of it. "BBC" of "BBC News" is more. */
const NAME_SHARE = 0.4

/** Letters that a part of a title may have beyond the outlet's name and still be it: "Harbour Post Online". */
const NAME_SLACK = 12

/** Fewer words are no headline by themselves: "Mozilla - Wikipedia" is one title. */
const MIN_WORDS = 5

/** A name cut off unknown has at most so many words; behind a bar, which stands in few headlines, it may have more. */
const MAX_NAME_WORDS = 4
const MAX_BARRED_WORDS = 8

/** Letters and digits alone, in lower case: for comparing titles, names and hosts. */
export function squeezed(text: string): string {
  return wordsOf(text).join('')
}

/** The words of a title in lower case; of a script without spaces its runs. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether a title says something: it has several words, or is long in a script without spaces. One word may be a section's. */
export function isTelling(title: string): boolean {
  return wordsOf(title).length > 1 || /\p{Lo}{4}/u.test(title)
}

/** The parts of a title between its separators, none of them empty. */
export function titleParts(title: string): readonly TitlePart[] {
  const separators = title.matchAll(title.includes('«') ? SEPARATOR_BESIDE_QUOTATION : SEPARATOR)
  const parts: TitlePart[] = []
  let start = 0
  const add = (from: number, to: number) => {
    const text = title.slice(from, to)
    const [left, right] = [text.length - text.trimStart().length, text.length - text.trimEnd().length]
    if (text.trim() !== '') parts.push({ text: text.trim(), start: from + left, end: to - right })
  }
  for (const { 0: separator, index } of separators) {
    add(start, index)
    start = index + separator.length
  }
  add(start, title.length)
  return parts
}

/** Whether a part of a title is the outlet's name, or that of the host. */
export function isOwner(part: string, { outlet, host }: TitleOwner): boolean {
  const name = squeezed(part)
  const known = squeezed(outlet ?? '')
  if (name === '') return true
  if (known.includes(name) && name.length >= known.length * NAME_SHARE) return true
  if (known !== '' && name.includes(known) && name.length <= known.length + NAME_SLACK) return true
  return host !== null && squeezed(host).includes(name)
}

/**
 * A title without the outlet's name at one of its ends, and what stands beyond it.
 *
 * @returns `title` itself where it does not name its owner, or says nothing else
 */
export function withoutOwner(title: string, owner: TitleOwner): string {
  const parts = titleParts(title)
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || parts.length < 2) return title
  const rests = [
    isOwner(last.text, owner) ? title.slice(0, last.start) : '',
    isOwner(first.text, owner) ? title.slice(first.end) : '',
  ]
  return rests.map((rest) => rest.replace(EDGES, '')).find(isTelling) ?? title
}

/** How many words a text has; two characters of a script without spaces are one. */
function sizeOf(text: string): number {
  return (
    wordsOf(text).length +
    Math.floor((text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) / 2)
  )
}

/**
 * A title without its last part, which stands there as an outlet's name does though nothing says that it is one: a few
 * words behind a headline of several. Chinese titles have the section before it, which goes too.
 */
export function withoutLastName(title: string): string {
  const last = titleParts(title).at(-1)
  if (last === undefined || last.start === 0) return title
  const before = title.slice(0, last.start).trimEnd()
  const rest = before.replace(EDGES, '')
  const most = /[|｜]$/.test(before) ? MAX_BARRED_WORDS : MAX_NAME_WORDS
  if (before.endsWith(':') || sizeOf(last.text) > most || sizeOf(rest) < MIN_WORDS) return title
  return /\p{Script=Han}/u.test(last.text) ? withoutLastName(rest) : rest
}
