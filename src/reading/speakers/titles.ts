import type { Gender } from '../../text/first-names.ts'
import { HONORIFICS, ROLES } from '../../text/name-words.ts'
import { type Span, wordsOf } from '../../text/span.ts'

const HE =
  /\b(?:mr|sir|lord|herr|monsieur|king|prince|father|brother|pope|congressman|chairman|spokesman|businessman)\b/i
const SHE =
  /\b(?:mrs|ms|miss|dame|lady|frau|mme|mlle|madame|queen|princess|sister|congresswoman|chairwoman|spokeswoman)\b/i

/** The gender that a title tells ("Mrs.", "Congressman"), else null. */
export function genderOfTitle(text: string, title: Span | null): Gender | null {
  if (title === null) return null
  const words = wordsOf(text, title)
  if (SHE.test(words)) return 'she'
  return HE.test(words) ? 'he' : null
}

const lastWord = (words: string) => (/[\p{L}-]+$/u.exec(words)?.[0] ?? '').toLowerCase()

/** Whether a title leads to a person's name, honorific or office. */
export function isPersonTitle(text: string, title: Span | null): boolean {
  if (title === null) return false
  const last = lastWord(wordsOf(text, title))
  return HONORIFICS.has(last) || ROLES.has(last)
}

/** Whether a title is only an honorific: no role ("Ms", "Dr"). */
export function isHonorific(text: string, title: Span): boolean {
  return HONORIFICS.has(wordsOf(text, title).toLowerCase().replace(/\.$/, ''))
}
