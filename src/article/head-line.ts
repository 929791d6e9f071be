import { dateLine, firstPrintedDate } from '../text/printed-date.ts'
import { isBylineLine } from './byline.ts'

/** A longer line with a date in it is the article's first sentence. */
const MAX_LINE = 120

/** A caption ends with who took the picture: "The harbour in winter. Photograph: Ana Reyes". */
const CREDITED =
  /(?:^|[\s(])(?:photo|photograph|picture|image|drawing|graphic|foto)s?(?:\s(?:by|credit))?:\s[^.]{2,60}$/iu
const MAX_CAPTION = 300

const SENTENCE_END = /[.!?…。！？؟।][\s"'”’»)\]]*$/u

/** Whether a line holds a date and, before or behind it, no sentence: "By Ana Reyes, 8 March 2022". */
function isDated(line: string): boolean {
  return line.length <= MAX_LINE && !SENTENCE_END.test(line) && firstPrintedDate(line) !== null
}

/** Whether a line as it stands between headline and text says who wrote it and when, and nothing of the article. */
export function isHeadLine(line: string): boolean {
  return isBylineLine(line) || dateLine(line) !== null || isDated(line)
}

/** Whether a block that is marked as nothing is a caption by its words. */
export function isCreditedCaption(text: string): boolean {
  return text.length <= MAX_CAPTION && CREDITED.test(text)
}
