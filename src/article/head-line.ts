import { dateLine, firstPrintedDate } from '../text/printed-date.ts'
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

/** The parts of a line; a date keeps its commas: "Friday, 6 February 2026". */
function partsOf(line: string): readonly string[] {
  const date = firstPrintedDate(line)
  if (date === null) return line.split(BETWEEN)
  const before = line.slice(0, date.start)
  // What belongs to the date stands behind the last comma or bar before it, or is a weekday behind one.
  const cut = Math.max(
    ...[...before.matchAll(new RegExp(BETWEEN, 'gu'))].map((match) => match.index + match[0].length),
    0,
  )
  const weekday = /(?:^|[,|•·\n]\s*)(\p{L}+,?\s+)$/u.exec(before.slice(0, cut).replace(/,\s*$/, ', '))
  const start =
    weekday?.[1] !== undefined && dateLine(weekday[1] + line.slice(date.start, date.end)) !== null
      ? cut - weekday[1].length
      : cut
  return [...line.slice(0, start).split(BETWEEN), line.slice(start)].map((part) => part.replace(/[\s,|•·]+$/, ''))
}

/**
 * Reads a line that stands between the headline and the text.
 *
 * @returns null where any part of it is neither a byline, a date nor an outlet's name beyond doubt
 */
export function readHeadLine(line: string): HeadLine | null {
  if (line.length > MAX_HEAD_LINE) return null
  const whole = partOf(line)
  if (whole !== null) return whole
  const parts = partsOf(line)
    .filter((part) => part.trim() !== '')
    .map((part) => partOf(part.trim()))
  return parts.length > 1 && parts.every((part) => part !== null) ? merged(parts) : null
}
