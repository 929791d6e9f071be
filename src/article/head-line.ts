import { dateLine, firstPrintedDate, isAroundDate } from '../text/printed-date.ts'
import { bylineOf, isBylineLine } from './byline.ts'
import { isOutletName } from './outlet-name.ts'

/** What a line between the headline and the text says; null where it does not say it. */
export type HeadLine = {
  readonly byline: string | null
  readonly published: string | null
  readonly outlet: string | null
}

const SAYS_NOTHING: HeadLine = { byline: null, published: null, outlet: null }

/** Between the parts of a head line: "By Ana Reyes | Harbour Post | 8 March 2022", "Par Ana Reyes, publié le 8 mars 2022". */
const BETWEEN = /\s*[|•·]\s*|\s+[–—-]\s+|\n|(?<=[\p{L}.]),\s+(?!\d{4}\b)/u

/** A line is longer than this because it tells something. */
const MAX_HEAD_LINE = 160

function partOf(part: string): HeadLine | null {
  const published = dateLine(part)
  if (published !== null) return { ...SAYS_NOTHING, published }
  if (isBylineLine(part)) return { ...SAYS_NOTHING, byline: bylineOf([part], null) }
  return isOutletName(part) ? { ...SAYS_NOTHING, outlet: part } : null
}

function merged(parts: readonly HeadLine[]): HeadLine {
  const [byline = null] = parts.flatMap((part) => part.byline ?? [])
  const [published = null] = parts.flatMap((part) => part.published ?? [])
  const [outlet = null] = parts.flatMap((part) => part.outlet ?? [])
  return { byline, published, outlet }
}

/** The parts of a line. A date keeps its commas, and what stands behind it. */
function partsOf(line: string): readonly string[] {
  const date = firstPrintedDate(line)
  const parts =
    date === null ? line.split(BETWEEN) : [...line.slice(0, date.start).split(BETWEEN), line.slice(date.start)]
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !isDayWord(part))
}

/** A weekday or "Published", cut off from its date by a comma. */
function isDayWord(part: string): boolean {
  return /\p{L}/u.test(part) && /\p{Ll}/u.test(part) && isAroundDate(part)
}

/**
 * Reads a line that stands between the headline and the text.
 *
 * @returns null where any part of it is neither a byline, a date nor an outlet's name beyond doubt
 */
export function readHeadLine(line: string): HeadLine | null {
  if (line.length > MAX_HEAD_LINE) return null
  const parts = partsOf(line).map(partOf)
  if (parts.length > 1 && parts.every((part) => part !== null)) return merged(parts)
  return partOf(line)
}
