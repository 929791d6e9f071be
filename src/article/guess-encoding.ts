/** An encoding and the characters that its language cannot do without. */
type Guess = { readonly encoding: string; readonly common: RegExp }

/**
 * Encodings of the wild web other than UTF-8, and what is frequent in text of each. A wrong encoding gives characters,
 * too, but hardly these.
 */
const GUESSES: readonly Guess[] = [
  { encoding: 'shift_jis', common: /[\u3041-\u3096\u30a1-\u30fa\u30fc]/g },
  { encoding: 'euc-jp', common: /[\u3041-\u3096\u30a1-\u30fa\u30fc]/g },
  {
    encoding: 'gb18030',
    common:
      /[的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长]/g,
  },
  {
    encoding: 'big5',
    common:
      /[的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長]/g,
  },
  { encoding: 'euc-kr', common: /[\uac00-\ud7a3]/g },
  { encoding: 'windows-1251', common: /[\u0430-\u044f]/g },
  { encoding: 'koi8-r', common: /[\u0430-\u044f]/g },
  { encoding: 'windows-1252', common: /[äöüßéèêëàâáãçñóòôõíìîúùûåøæœ“”‘’–—«»…€°\u00a0]/g },
]

/** How much is looked at, in bytes. */
const SAMPLE = 200_000

/** The share of characters beyond ASCII that have to be common ones. */
const LEAST_SHARE = 0.4

/**
 * The encoding that makes most sense of `bytes`, by the characters beyond ASCII that it gives.
 *
 * @returns a WHATWG label, or null where none makes sense of them
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  let best: string | null = null
  let bestShare = LEAST_SHARE
  for (const { encoding, common } of GUESSES) {
    const text = new TextDecoder(encoding).decode(sample)
    const beyond = [...text].filter((character) => character > '\u007f').length
    const damaged = text.match(/[\ufffd\ue000-\uf8ff\uff61-\uff9f]/g)?.length ?? 0
    const share = beyond === 0 ? 0 : ((text.match(common)?.length ?? 0) - 5 * damaged) / beyond
    if (share > bestShare) {
      best = encoding
      bestShare = share
    }
  }
  return best
}
