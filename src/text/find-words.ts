import type { Span } from './span.ts'

/** Signs that are typed in one way and printed in others. */
const ALIKE: readonly (readonly [signs: RegExp, as: string])[] = [
  [/['’‘ʼ‛]/u, "'"],
  [/["“”„‟«»]/u, '"'],
  [/[-‐‑]/u, '-'],
]
/** Takes up no room and is not typed. */
const INVISIBLE = /[\u00ad\u200b]/u

/** A text in the form in which two printings of words are the same, and where each of its UTF-16 units came from. */
function plainForm(text: string): { readonly form: string; readonly from: readonly number[] } {
  const from: number[] = []
  let form = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (INVISIBLE.test(sign)) continue
    const isSpace = /\s/u.test(sign)
    if (isSpace && (form === '' || form.endsWith(' '))) continue
    form += isSpace ? ' ' : (ALIKE.find(([signs]) => signs.test(sign))?.[1] ?? sign)
    from.push(at)
  }
  return { form, from }
}

/**
 * Where words stand in a text: letter for letter, but for line breaks and spaces, kinds of quotation marks, apostrophes
 * and hyphens.
 *
 * @returns each place, in the order of the text; empty where they are nowhere
 */
export function placesOfWords(text: string, words: string): readonly Span[] {
  const { form, from } = plainForm(text)
  const asked = plainForm(words).form.trim()
  const places: Span[] = []
  if (asked === '') return places
  for (let at = form.indexOf(asked); at >= 0; at = form.indexOf(asked, at + asked.length))
    places.push([from[at] ?? 0, (from[at + asked.length - 1] ?? 0) + 1])
  return places
}
