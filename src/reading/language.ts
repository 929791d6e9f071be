import { languageOfText } from '../text/language-of-text.ts'
import { wordSet } from '../text/word-set.ts'

/** Small words of English that are rare in its neighbours. */
const ENGLISH = wordSet(
  'the and of to that was with he she they said from have has been were his her which would this it is not',
)
/** In English news a quarter of the words are among those above; in Dutch or German fewer than 1 in 12. */
const MIN_SHARE = 0.1
/** How much of a text is looked at; in UTF-16 code units. */
const SAMPLE = 4_000

/** Whether a text that is too short for `languageOfText` reads as English. */
function looksEnglish(text: string): boolean {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}\p{M}'’]+/gu) ?? []
  return words.length > 0 && words.filter((word) => ENGLISH.has(word)).length >= MIN_SHARE * words.length
}

/**
 * Whether statements of all kinds are read in `text`; else only quotations by their marks are.
 *
 * @param language BCP 47; null lets the words tell
 */
export function isReadInFull(text: string, language: string | null): boolean {
  const known = language ?? languageOfText(text)
  return known === null ? looksEnglish(text) : /^en(?:-|$)/i.test(known)
}
