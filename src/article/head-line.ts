import { monthNamed } from '../text/month-names.ts'
import { dateLine, firstPrintedDate, isAroundDate } from '../text/printed-date.ts'
import { bylineOf, isBylineLine, isCreditLine } from './byline.ts'
import { isOutletName } from './outlet-name.ts'

/** What a line between the headline and the text says; null where it does not say it. */
export type HeadLine = {
  readonly byline: string | null
  readonly published: string | null
  readonly outlet: string | null
}

const SAYS_NOTHING: HeadLine = { byline: null, published: null, outlet: null }

/** Between the parts of a head line: "By Ana Reyes | Harbour Post | 8 March 2022", "Par Ana Reyes, publié le 8 mars 2022". */
const BETWEEN =
  /\s*[|•·]\s*|\s+[–—-]\s+|\n|(?<=[\p{L}.]),\s+(?!\d{4}\b)|\s+(?=(?:来源|來源|作者|记者|記者|编辑|編輯|责编|责任编辑|責任編輯|文|出典)\s*[:：/])/u

/** Who else had a hand in it, or where it was taken from, in a line with other parts: "来源：海港日报". */
const CREDIT =
  /^(?:来源|來源|编辑|編輯|责编|责任编辑|責任編輯|校对|出典|source|quelle|fuente|fonte|источник)\s*[:：]\s*\S/iu

/** What may stand behind a date and is none of it. */
const CREDITS_BEHIND = /\s+(?=(?:来源|來源|作者|记者|記者|编辑|編輯|责编|责任编辑|責任編輯|文|出典)\s*[:：/])/u

/** A longer line with a date in it tells something, in UTF-16 code units. */
const MAX_DATED = 80

/** A line is longer than this because it tells something. */
const MAX_HEAD_LINE = 160

function partOf(part: string): HeadLine | null {
  const published = dateLine(part)
  if (published !== null) return { ...SAYS_NOTHING, published }
  if (isBylineLine(part)) return { ...SAYS_NOTHING, byline: bylineOf([part], null) }
  if (isCreditLine(part)) return SAYS_NOTHING
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
    date === null
      ? line.split(BETWEEN)
      : [...line.slice(0, date.start).split(BETWEEN), ...line.slice(date.start).split(CREDITS_BEHIND)]
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
  const parts = partsOf(line).map((part) => partOf(part) ?? (CREDIT.test(part) ? SAYS_NOTHING : null))
  if (parts.length > 1 && parts.every((part) => part !== null)) return merged(parts)
  return partOf(line)
}

/** A day without its year: "8 March", "März 8". */
function isDayOfMonth(line: string): boolean {
  const [, before, behind] =
    /^(?:\d{1,2}(?:st|nd|rd|th|\.|º)? (?:de )?(\p{L}{3,12})\.?|(\p{L}{3,12})\.? \d{1,2})$/u.exec(line) ?? []
  return monthNamed((before ?? behind ?? '').toLowerCase()) !== null
}

/** A time of today, without a date: "Publié aujourd’hui à 10h21". */
function isTimeAlone(line: string): boolean {
  return /\p{L}{3}/u.test(line) && /(?<!\d)\d{1,2}\s?[:.h時点]\s?\d\d(?!\d)/u.test(line) && isAroundDate(line)
}

/** Whether a line is no sentence and has a day in it: "From our news services, 4 February 2026". */
export function isDatedLine(line: string): boolean {
  if (line.length > MAX_DATED || /[.!?…。！？]["”’»)]?$/u.test(line)) return false
  // Which of two numbers is the month is of no account here.
  const date = firstPrintedDate(line) ?? firstPrintedDate(line, 'day first') ?? firstPrintedDate(line, 'month first')
  return date?.edtf.length === 10 || isDayOfMonth(line) || isTimeAlone(line)
}
