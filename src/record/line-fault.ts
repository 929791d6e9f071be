/** A person's, body's or place's name: the longest official ones have about 150 characters. */
export const MAX_NAME = 200
/** A title, or what is promised or asked: one line. */
export const MAX_LINE = 500
/** Quoted words, or a summary: a long paragraph. */
export const MAX_WORDS = 5_000

/** C0 and C1 controls; tabs and line ends are told apart below. */
const CONTROL = /\p{Cc}/u
/** They turn the letters around them about: a name could pose as another. */
const OVERRIDES = /[\u202d\u202e]/u
/** Embeddings and isolates: harmless inside quoted words, and in no name or title. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/u

const NUMBER = new Intl.NumberFormat('en')

/** "U+202E": the first character of `text` that is one of `kind`. */
function codeOf(text: string, kind: RegExp): string {
  const code = kind.exec(text)?.[0].codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function faultIn(text: string, max: number): string | null {
  if (text.trim() === '') return 'is empty; write something or leave it out'
  if (text.length > max)
    return `has ${NUMBER.format(text.length)} characters, and ${NUMBER.format(max)} are the most that are taken here; shorten it`
  return text.isWellFormed() ? null : 'holds half of a surrogate pair; write it anew'
}

/**
 * What is wrong with one line that people write: a name, a title, what is promised. HTML is nothing special here: it
 * is text, and pages show it as it stands.
 *
 * @param max in UTF-16 code units
 * @returns the rest of a sentence that begins with where it stands; null where nothing is wrong
 */
export function lineFault(text: string, max: number): string | null {
  const fault = faultIn(text, max)
  if (fault !== null) return fault
  if (CONTROL.test(text)) return `holds the control character ${codeOf(text, CONTROL)}; take it out`
  if (DIRECTIONS.test(text))
    return `holds ${codeOf(text, DIRECTIONS)}, which changes the direction of the text around it; take it out`
  return null
}

/** What is wrong with words of a text, which may have several lines; as `lineFault`. */
export function wordsFault(text: string, max: number): string | null {
  const fault = faultIn(text, max)
  if (fault !== null) return fault
  const inLine = text.replace(/[\n\t]/g, ' ')
  if (CONTROL.test(inLine)) return `holds the control character ${codeOf(inLine, CONTROL)}; take it out`
  if (OVERRIDES.test(text))
    return `holds ${codeOf(text, OVERRIDES)}, which turns the text behind it around; take it out`
  return null
}
