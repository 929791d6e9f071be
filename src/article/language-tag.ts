import { languageOfText } from '../text/language-of-text.ts'

/** Values that content systems write where no language was set. */
const NO_LANGUAGE = new Set(['und', 'mul', 'zxx', 'x'])

/**
 * A language tag in its canonical form: `en_us` is `en-US`.
 *
 * @returns BCP 47, or null where the value is no language tag
 */
export function canonicalLanguage(value: string | null): string | null {
  const tag = (value ?? '').split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? ''
  // Longer first subtags are registered for no language: "english", "default".
  if (!/^[A-Za-z]{2,3}(?:-|$)/.test(tag)) return null
  try {
    const [canonical = null] = Intl.getCanonicalLocales(tag)
    return canonical === null || NO_LANGUAGE.has(canonical.split('-')[0] ?? '') ? null : canonical
  } catch {
    // The value has the look of a tag but not its form.
    return null
  }
}

function base(tag: string): string {
  const [language = tag] = tag.split('-')
  // Norwegian is declared as Bokmål, Nynorsk or plain Norwegian.
  return language === 'nb' || language === 'nn' ? 'no' : language
}

/**
 * The language of an article: what the page declares, unless its words certainly are of another language.
 *
 * @param declared best first
 */
export function articleLanguage(declared: readonly (string | null)[], text: string): string | null {
  const tags = declared.map(canonicalLanguage).filter((tag) => tag !== null)
  const seen = languageOfText(text)
  if (seen === null) return tags[0] ?? null
  return tags.find((tag) => base(tag) === seen) ?? seen
}
