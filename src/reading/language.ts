/** The commonest words of English that are no common words of its neighbours. */
const ENGLISH =
  /^(?:the|and|of|to|that|was|with|he|she|they|said|from|have|has|been|were|his|her|which|would|this|it|is|not)$/i
const SAMPLE_UNITS = 4_000
/** In English news at least a quarter of the words are among those above; in Dutch or German prose fewer than 1 in 12. */
const MIN_SHARE = 0.1

/** Whether `text` reads as English, by the share of small words in its first lines. */
function looksEnglish(text: string): boolean {
  const words = text.slice(0, SAMPLE_UNITS).match(/[\p{L}\p{M}'’]+/gu) ?? []
  return words.length > 0 && words.filter((word) => ENGLISH.test(word)).length >= MIN_SHARE * words.length
}

/**
 * Whether statements of all kinds are read in `text`; else only quotations by their marks are.
 *
 * @param language BCP 47; null lets the words tell
 */
export function isReadInFull(text: string, language: string | null): boolean {
  return language === null ? looksEnglish(text) : /^en(?:-|$)/i.test(language)
}
