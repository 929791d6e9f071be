/** A language, then script, region and variants (BCP 47), as pages write it into `lang`. */
const FORM = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z\d]{5,8})*$/u

/** Whether it is a language tag in its usual spelling: `en`, `zh-Hant`, `pt-BR`. */
export function isLanguageTag(tag: string): boolean {
  return FORM.test(tag)
}
