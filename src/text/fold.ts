/** Letters that Unicode does not decompose, and what people type for them; lower case. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  // Persian and Urdu keyboards give other code points for the Arabic letters that look the same.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')

/** Apostrophes, primes, and the letters that transliteration writes in their place. */
const APOSTROPHE = /[`\u02b9-\u02bf\u05f3\u2018\u2019\u201b\u2032\ua78b\ua78c\uff07]/gu
/** Hebrew abbreviations are written with a double mark before their last letter. */
const GERSHAYIM = /(?<=\p{sc=Hebr})["\u05f4\u201d](?=\p{sc=Hebr})/gu
/** Chinese and Japanese put a dot between the parts of a foreign name; many leave it out. */
const INTERPUNCT = /(?<=[\p{sc=Han}\p{sc=Kana}])[·•‧・](?=[\p{sc=Han}\p{sc=Kana}])/gu

/** Accents may go where a reader would still know the word; й and が are letters of their own and stay. */
const ACCENTED = /([\p{sc=Latn}\p{sc=Grek}\p{Nd}])\p{M}+/gu
const STRESSED_CYRILLIC = /(?:(е)\u0308|([аеиоуыэюяієѣ]))[\u0300\u0301]*/gu
const HEBREW_POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu
const ARABIC_POINTS =
  /[\u0610-\u061a\u0640\u064b-\u0653\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/gu
const HAMZA_ON_ALEF = /ا[\u0654\u0655]+/gu

const DIGIT = /\p{Nd}/u
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu

/** Unicode keeps the ten digits of a script together, zero first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

/**
 * Folds `text` to what is compared in a search: without case, without accents where the script allows it,
 * compatibility forms resolved, every apostrophe `'`, every digit ASCII, nothing invisible.
 *
 * @param text any string
 * @returns another length than `text`: offsets do not carry over. Folding twice changes nothing more.
 */
export function fold(text: string): string {
  return (
    text
      // Decomposed, it would be a space with an accent.
      .replaceAll('´', "'")
      .normalize('NFKD')
      .replace(/\p{DI}/gu, '')
      // Marks that something invisible stood between come in their order only now.
      .normalize('NFD')
      .toLowerCase()
      .replace(APOSTROPHE, "'")
      .replace(HEBREW_POINTS, '')
      .replace(GERSHAYIM, "'")
      .replace(ARABIC_POINTS, '')
      .replace(HAMZA_ON_ALEF, 'ا')
      .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
      .replace(ACCENTED, '$1')
      .replace(STRESSED_CYRILLIC, '$1$2')
      .replace(FOREIGN_DIGIT, asciiDigit)
      .normalize('NFC')
      .replace(INTERPUNCT, '')
  )
}
