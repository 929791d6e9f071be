import { cleanLine } from '../text/clean-text.ts'

/** Texts wrapped by hand or by mail are not wider, in UTF-16 code units. */
const WIDEST_WRAP = 100

/** Narrower lines were not wrapped: they are lists, verses, addresses. */
const NARROWEST_WRAP = 40

/** Of lines that a next line of the same group follows, this share must be full for the text to count as wrapped. */
const WRAPPED_SHARE = 0.5

const NEW_LINE = /\r\n|[\n\r\u0085\u2028]/

/** A form feed, and the paragraph separator of Unicode. */
const NEW_PARAGRAPH = /[\f\u2029]/g

const ITEM = /^(?:[-*•‣–—]\s|\d{1,3}[.)]\s)/
const WIDE_END = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/

/** Whether the first word of `next` would not have fitted behind `line`: then the break is the wrapping's. */
function isFull(line: string, next: string, width: number): boolean {
  const word = WIDE_END.test(line) ? 1 : (next.split(' ')[0]?.length ?? 0)
  return line.length + 1 + word > width
}

/**
 * The width at which a text was wrapped, or null where its lines end where its paragraphs do.
 *
 * @param groups the lines between blank lines
 */
function wrapWidth(groups: readonly (readonly string[])[]): number | null {
  const pairs = groups.flatMap((lines) => lines.slice(0, -1).map((line, at) => [line, lines[at + 1] ?? ''] as const))
  const width = pairs.reduce((widest, [line]) => Math.max(widest, line.length), 0)
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null
  const full = pairs.filter(([line, next]) => isFull(line, next, width)).length
  return full >= pairs.length * WRAPPED_SHARE ? width : null
}

/** Two pieces of one paragraph that a line's end parted, as running text. */
export function joinedLines(line: string, next: string): string {
  if (WIDE_END.test(line) || /\p{L}-$/u.test(line)) return line + next
  return `${line} ${next}`
}

/** The paragraphs of lines without a blank line between them. */
function unwrapped(lines: readonly string[], width: number): readonly string[] {
  const paragraphs: string[] = []
  let previous: string | null = null
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (previous !== null && last !== undefined && isFull(previous, line, width) && !ITEM.test(line))
      paragraphs[paragraphs.length - 1] = joinedLines(last, line)
    else paragraphs.push(line)
    previous = line
  }
  return paragraphs
}

/**
 * The paragraphs of a plain text: blank lines separate them; where lines were wrapped at a width they are joined
 * again, and else every line is a paragraph.
 *
 * @returns cleaned, none empty
 */
export function paragraphsOf(text: string): readonly string[] {
  const groups: string[][] = [[]]
  for (const line of text.replace(NEW_PARAGRAPH, '\n\n').split(NEW_LINE).map(cleanLine)) {
    if (line !== '') groups.at(-1)?.push(line)
    else if (groups.at(-1)?.length !== 0) groups.push([])
  }
  const width = wrapWidth(groups)
  return width === null ? groups.flat() : groups.flatMap((lines) => unwrapped(lines, width))
}
