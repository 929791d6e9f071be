import { directionOf } from './language.ts'

/** A stretch of text in one script. */
export type ScriptRun = {
  readonly text: string
  /** UTF-16 offset in the text that was split. */
  readonly start: number
  /** BCP 47; null where the run is in the script of the text around it. */
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
}

/**
 * Scripts told apart, with what may be said of their language from the script alone: one language where it has
 * one in practice, else "undetermined, in this script".
 */
const SCRIPTS: readonly { readonly code: string; readonly letters: string; readonly language: string }[] = [
  // Han letters among kana are Japanese: the run has to hold both to be told from Chinese.
  {
    code: 'Jpan',
    letters:
      '\\p{Script=Han}*[\\p{Script=Hiragana}\\p{Script=Katakana}][\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]*',
    language: 'ja',
  },
  { code: 'Hani', letters: '\\p{Script=Han}+', language: 'und-Hani' },
  { code: 'Kore', letters: '\\p{Script=Hangul}+', language: 'ko' },
  { code: 'Arab', letters: '\\p{Script=Arabic}+', language: 'und-Arab' },
  { code: 'Hebr', letters: '\\p{Script=Hebrew}+', language: 'he' },
  { code: 'Cyrl', letters: '\\p{Script=Cyrillic}+', language: 'und-Cyrl' },
  { code: 'Grek', letters: '\\p{Script=Greek}+', language: 'el' },
  { code: 'Thai', letters: '\\p{Script=Thai}+', language: 'th' },
  { code: 'Tibt', letters: '\\p{Script=Tibetan}+', language: 'bo' },
  { code: 'Mong', letters: '\\p{Script=Mongolian}+', language: 'und-Mong' },
  { code: 'Deva', letters: '\\p{Script=Devanagari}+', language: 'und-Deva' },
  { code: 'Beng', letters: '\\p{Script=Bengali}+', language: 'bn' },
  { code: 'Taml', letters: '\\p{Script=Tamil}+', language: 'ta' },
  { code: 'Geor', letters: '\\p{Script=Georgian}+', language: 'ka' },
  { code: 'Armn', letters: '\\p{Script=Armenian}+', language: 'hy' },
  { code: 'Ethi', letters: '\\p{Script=Ethiopic}+', language: 'und-Ethi' },
  { code: 'Mymr', letters: '\\p{Script=Myanmar}+', language: 'my' },
  { code: 'Khmr', letters: '\\p{Script=Khmer}+', language: 'km' },
  { code: 'Latn', letters: '\\p{Script=Latin}+', language: 'und-Latn' },
]

/** What may stand between two words of one run: combining marks, spaces, points, digits. Few: more would be searched again and again. */
const BETWEEN = "[\\p{Script=Inherited}\\p{Nd}\\s·・.,،’'-]{0,4}"

const RUNS = new RegExp(
  SCRIPTS.map(({ code, letters }) => `(?<${code}>(?:${letters})(?:${BETWEEN}(?:${letters}))*)`).join('|'),
  'gu',
)

/** Which scripts a text of this language is written in, beside its main one. */
const WRITTEN_WITH: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Jpan', 'Hani'],
  Kore: ['Kore', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
}

/** Letters that are surely of another script than Latin, or might be: without one, a Latin text needs no splitting. */
const BEYOND_LATIN = /[^\0-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf]/

/**
 * Splits a text where its script changes, so that each run can carry its language and its direction.
 *
 * @param text any text; the runs joined give it again
 * @param script ISO 15924 of the text around, null where not known (taken to be Latin)
 */
export function scriptRuns(text: string, script: string | null): readonly ScriptRun[] {
  const base = script ?? 'Latn'
  const own = WRITTEN_WITH[base] ?? [base]
  const direction = directionOf(base)
  if (base === 'Latn' && !BEYOND_LATIN.test(text))
    return text === '' ? [] : [{ text, start: 0, language: null, direction }]
  const runs: ScriptRun[] = []
  let at = 0
  const push = (end: number) => {
    if (end > at) runs.push({ text: text.slice(at, end), start: at, language: null, direction })
  }
  for (const match of text.matchAll(RUNS)) {
    const other = SCRIPTS.find(({ code }) => match.groups?.[code] !== undefined)
    if (other === undefined || own.includes(other.code)) continue
    push(match.index)
    runs.push({ text: match[0], start: match.index, language: other.language, direction: directionOf(other.code) })
    at = match.index + match[0].length
  }
  push(text.length)
  return runs
}
