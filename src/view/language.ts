/** The main script of a language, as Unicode's likely subtags give it; null where the tag is none. */
export function scriptOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().script ?? null
  } catch {
    return null
  }
}

/**
 * A language's name for people.
 *
 * @param tag BCP 47
 * @param inLanguage the language to say it in
 * @returns the tag itself where no name is known
 */
export function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

/** The direction in which a script is written. */
export function directionOf(script: string | null): 'ltr' | 'rtl' {
  return script !== null && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}
