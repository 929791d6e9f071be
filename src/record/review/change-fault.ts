import { isLanguageTag } from '../../text/language-tag.ts'
import type { StatementChange } from './review-state.ts'

/** As long as the longest content that is read; more is no translation of it. */
const LONGEST_TRANSLATION = 20_000
/** A name longer than this is none. */
const LONGEST_NAME = 300

/** What is wrong with a change; null where nothing is. Its words are looked at with their text. */
export function changeFault({ addressee, translation }: Omit<StatementChange, 'speaker'>): string | null {
  const name = addressee?.is ?? null
  if (name !== null && (name.trim() === '' || name.length > LONGEST_NAME))
    return `the name of whom it was said to has from 1 to ${LONGEST_NAME} characters`
  if (translation === undefined) return null
  if (!isLanguageTag(translation.language)) return 'a translation says its language as a code such as en, fr or zh-Hant'
  if (translation.content === null) return null
  if (translation.content.trim() === '') return 'a translation needs words'
  if (translation.content.length > LONGEST_TRANSLATION)
    return `a translation has at most ${LONGEST_TRANSLATION} characters`
  return null
}
