import { bylineOf, isBylineLine } from './byline.ts'

/** What a news agency writes below its text: "(Reporting by Ana Reyes in Geneva; editing by Ben Osei)". */
const REPORTING = /^[([]?(?:additional )?reporting by (.{2,120}?)(?:\s+in\s+[^;.]{2,60})?(?:[;.].{0,200})?[)\]]?$/iu

/** A name in brackets, as Japanese papers set it below their text. */
const BRACKETED_NAME =
  /^[（(]\s*(\p{Script=Han}{2,4}[\s　・]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{0,4})\s*[）)]$/u

/** A longer line says more than who wrote the article. */
const MAX_END_LINE = 300

/**
 * The names in a line that stands below a text and says nothing but who wrote it.
 *
 * @returns null where the line says anything else
 */
export function endByline(line: string): string | null {
  if (line.length > MAX_END_LINE) return null
  const named = REPORTING.exec(line)?.[1] ?? BRACKETED_NAME.exec(line)?.[1] ?? (isBylineLine(line) ? line : null)
  return named === null ? null : bylineOf([named], null)
}

/** Whether a line below a text only signs it. What an agency says of who reported and edited belongs to its copy. */
export function isSignature(line: string): boolean {
  return endByline(line) !== null && !REPORTING.test(line)
}
