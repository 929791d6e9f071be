import { pinyin } from 'pinyin-pro'

/** A longer string is a sentence and not a name; in characters. */
const MAX_CHARACTERS = 12
const HAN = /\p{Script=Han}/u

/** A reading or a Latin name as compared: letters only, no tones, ü as u. */
function letters(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** The ways in which `character` can be read, without tones. */
function readingsOf(character: string): readonly string[] {
  const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true })
  return [...new Set(readings.map(letters))].filter((reading) => reading !== '')
}

/**
 * Whether `latin` is how the Chinese `characters` are read: 新疆 is "Xinjiang", 重庆 is "Chongqing". Tones, spaces and
 * apostrophes are left out; of a character with several readings each is tried.
 *
 * @param characters any string; false where it holds anything but Chinese characters and dots between them
 */
export function isReadAs(characters: string, latin: string): boolean {
  const all = [...characters.replace(/[·・ \u00a0]/gu, '')]
  if (all.length === 0 || all.length > MAX_CHARACTERS || !all.every((character) => HAN.test(character))) return false
  const wanted = letters(latin)
  // Where the readings so far may have come to in `wanted`.
  let reached: readonly number[] = [0]
  for (const character of all) {
    const readings = readingsOf(character)
    const next = reached.flatMap((at) =>
      readings.filter((reading) => wanted.startsWith(reading, at)).map((reading) => at + reading.length),
    )
    reached = [...new Set(next)]
  }
  return reached.includes(wanted.length)
}
