import type { Fragment } from './pdf-pages.ts'

/** A gap of this share of the type's size is a space. */
const SPACE = 0.17

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/g

const countIn = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0

/** Whether most letters are of a script that runs from right to left. */
export function isMostlyRightToLeft(fragments: readonly Fragment[]): boolean {
  const text = fragments.map((fragment) => fragment.text).join('')
  return countIn(text, RIGHT_TO_LEFT) > countIn(text, LEFT_TO_RIGHT)
}

/** Signs that are drawn the other way round where the line runs from right to left. */
const MIRRORED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'()[]{}<>«»‹›'].map((sign, at, signs) => [sign, signs[at % 2 === 0 ? at + 1 : at - 1] ?? sign]),
)

/** A piece without letters as it is read in a line from right to left: turned round, but for its numbers. */
function turned(fragment: Fragment): Fragment {
  const signs = fragment.text.match(/\d[\d.,:/]*\d|[\s\S]/gu) ?? []
  const text = signs.map((sign) => MIRRORED[sign] ?? sign)
  return { ...fragment, text: (hasLetters(fragment) ? text : text.reverse()).join('') }
}

const hasLetters = ({ text }: Fragment) => /\p{L}/u.test(text)
const isForeign = ({ text }: Fragment) => countIn(text, LEFT_TO_RIGHT) > 0 && countIn(text, RIGHT_TO_LEFT) === 0

/**
 * The pieces of a line that runs from right to left, as they are read: words of other scripts still follow one another
 * from left to right, with what stands between them.
 */
function readingOrder(fragments: readonly Fragment[]): readonly Fragment[] {
  const ordered: Fragment[] = []
  let foreign: readonly Fragment[] = []
  let between: readonly Fragment[] = []
  for (const fragment of fragments.toReversed()) {
    if (isForeign(fragment)) {
      foreign = [fragment, ...(foreign.length > 0 ? between.toReversed() : []), ...foreign]
      between = []
    } else if (foreign.length > 0 && !hasLetters(fragment)) between = [...between, fragment]
    else {
      ordered.push(...foreign, ...between.map(turned), turned(fragment))
      foreign = []
      between = []
    }
  }
  return [...ordered, ...foreign, ...between.map(turned)]
}

/** The words of fragments that stand in reading order, with a space where there is a gap. */
function joined(fragments: readonly Fragment[]): string {
  let text = ''
  let last: Fragment | null = null
  for (const fragment of fragments) {
    const gap = last === null ? 0 : Math.max(fragment.left - last.right, last.left - fragment.right)
    text += gap > SPACE * fragment.size ? ` ${fragment.text}` : fragment.text
    last = fragment
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** Whether some letters are of a script that runs from right to left. */
export function hasRightToLeft(fragments: readonly Fragment[]): boolean {
  return fragments.some(({ text }) => countIn(text, RIGHT_TO_LEFT) > 0)
}

/** The words of one line: its fragments, which stand from left to right, in the order in which they are read. */
export function wordsOf(fragments: readonly Fragment[], isRightToLeft = isMostlyRightToLeft(fragments)): string {
  return joined(isRightToLeft ? readingOrder(fragments) : fragments)
}
