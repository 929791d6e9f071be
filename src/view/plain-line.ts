import { cleanLine } from '../text/clean-text.ts'

/** Characters that turn the direction of what follows: plain text has no element that could contain them. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Beside the controls that `cleanLine` takes out, XML and JSON readers refuse these. */
const NO_CHARACTERS = /[\u0085\ufffe\uffff]/g

/**
 * Words from outside as one line of plain text, where no element keeps them apart from what follows: a title, a line
 * of a feed, a citation. Nothing in it turns direction, is invisible or breaks the line.
 */
export function plainLine(words: string): string {
  return cleanLine(words.replace(NO_CHARACTERS, ' ').replace(BIDI_CONTROLS, ''))
}

/**
 * The beginning of words, cut between two of them where they are long.
 *
 * @param most UTF-16 code units; the ellipsis comes on top
 */
export function beginningOf(words: string, most: number): string {
  const line = plainLine(words)
  if (line.length <= most) return line
  const head = line.slice(0, most + 1)
  const space = head.lastIndexOf(' ')
  // Chinese parts no words: there, whole characters are counted off.
  const cut = space > most / 2 ? head.slice(0, space) : head.slice(0, most)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut} …`
}
