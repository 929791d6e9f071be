/** Languages in which one can sign up, and in which the newsletter comes. */
export const LANGUAGES = ['en', 'de'] as const

/** BCP 47. */
export type Language = (typeof LANGUAGES)[number]

/** Whether a word that came from outside is one of them. */
export function isLanguage(word: string): word is Language {
  return (LANGUAGES as readonly string[]).includes(word)
}
