/** The languages whose statements are read in full; of any other, only quotations by their marks. */
const READ_LANGUAGES: ReadonlySet<string> = new Set(['en'])

/**
 * Whether the reader reads a language in full.
 *
 * @param language BCP 47; null where not known
 */
export function isReadLanguage(language: string | null): boolean {
  return language !== null && READ_LANGUAGES.has(language.split('-')[0]?.toLowerCase() ?? '')
}
