/** ISO 15924 codes that are also Unicode's names of scripts, most used in news first. */
const SCRIPTS = [
  'Latn',
  'Hani',
  'Cyrl',
  'Arab',
  'Hebr',
  'Grek',
  'Hang',
  'Hira',
  'Kana',
  'Deva',
  'Thai',
  'Beng',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Gujr',
  'Guru',
  'Sinh',
  'Mymr',
  'Khmr',
  'Laoo',
  'Tibt',
  'Ethi',
  'Geor',
  'Armn',
  'Mong',
] as const

const MATCHERS = SCRIPTS.map((script) => ({ script, letters: new RegExp(`\\p{sc=${script}}`, 'gu') }))

/**
 * The script that most letters of `text` are written in.
 *
 * @returns ISO 15924; `Zyyy` (undetermined) where no letter tells
 */
export function scriptOf(text: string): string {
  let best = { script: 'Zyyy', count: 0 }
  for (const { script, letters } of MATCHERS) {
    const count = text.match(letters)?.length ?? 0
    if (count > best.count) best = { script, count }
  }
  return best.script
}
