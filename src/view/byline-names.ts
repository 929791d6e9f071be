/** What stands between the names of several authors. Of the small words only those that no surname has in it. */
const BETWEEN_NAMES = /\s*[;、&]\s*|,\s+(?:and\s+)?|\s+(?:and|und|et)\s+/

/** A first name and a surname, or letters of a script that puts no space between them. */
const WHOLE_NAME = /\S\s+\S|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u

/** The names in a byline: "Ana Reyes and Ben Osei" gives two, "Reyes, Ana" one. */
export function bylineNames(byline: string): readonly string[] {
  const names = byline.split(BETWEEN_NAMES).filter((name) => name !== '')
  return names.length > 1 && names.every((name) => WHOLE_NAME.test(name)) ? names : [byline]
}
