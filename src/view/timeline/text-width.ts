/**
 * How wide a character is at most, in ems, in the serifs that a page may be shown in. Nobody measures text on the server:
 * estimates are a little too wide, so that labels keep clear of one another.
 */
const WIDTHS: readonly (readonly [characters: RegExp, ems: number])[] = [
  [/\p{Mark}|\p{Default_Ignorable_Code_Point}/u, 0],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{3ffff}]/u, 1.05],
  [/[ .,:;'’‘|!()[\]iljtf]/u, 0.34],
  [/[mwMW@%—…]/u, 0.95],
  [/\p{Lu}/u, 0.7],
  [/\p{L}|\p{N}/u, 0.55],
]
/** What is in none of the rows above. */
const ANY = 0.8

function emsOf(character: string): number {
  return WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? ANY
}

/** How wide a line is at most. @param size of the type, in pixels @returns pixels */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size
}

/** As much of a word as fits, and the rest; at least one character. */
function cutWord(word: string, size: number, width: number): readonly [string, string] {
  let end = 0
  let used = 0
  for (const character of word) {
    used += emsOf(character) * size
    if (used > width && end > 0) break
    end += character.length
  }
  return [word.slice(0, end), word.slice(end)]
}

/** Where a line may be broken: behind a space, and around each letter of scripts that part no words. */
const PIECES = /[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff]|[^\s\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff]+\s*|\s+/gu

/**
 * Breaks a text into lines.
 *
 * @param size  of the type, in pixels
 * @param width of the lines, in pixels
 * @param most  lines; what does not fit on them is left out, with "…"
 */
export function wrapped(
  text: string,
  { size, width, most }: { readonly size: number; readonly width: number; readonly most: number },
): readonly string[] {
  const lines: string[] = []
  let line = ''
  const pieces: string[] = text.match(PIECES) ?? []
  while (pieces.length > 0 && lines.length < most) {
    const piece = pieces.shift() ?? ''
    if (textWidth((line + piece).trimEnd(), size) <= width) line += piece
    else if (line !== '') {
      lines.push(line.trimEnd())
      line = ''
      pieces.unshift(piece)
    } else {
      const [part, rest] = cutWord(piece, size, width)
      lines.push(part)
      if (rest !== '') pieces.unshift(rest)
    }
  }
  if (line !== '' && lines.length < most) lines.push(line.trimEnd())
  else if (pieces.length > 0 || line !== '') lines.push(ellipsed(lines.pop() ?? '', size, width))
  return lines
}

/** A line with "…" behind it, in place of what of it does not fit then. */
function ellipsed(line: string, size: number, width: number): string {
  return `${cutWord(line, size, width - textWidth('…', size))[0].trimEnd()}…`
}
