/** An address with its scheme, whatever that is. */
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i

/** What browsers ask without encryption where no scheme was typed: an IP address, or the machine itself. */
const PLAIN_HOST = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])(?=[:/?#]|$)/i

/** A host with a dot in it, in letters of any script, or one of those above. */
const HOST = String.raw`(?:(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]+|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])`

/** What can be nothing but an address, though it has no scheme: "www.example.org", "example.org/news/1", "127.0.0.1:8000". */
const WITHOUT_SCHEME = new RegExp(
  String.raw`^(?:www\.[\p{L}\p{N}_-]+\.\S+|${HOST}(?::\d{1,5}(?:[/?#]\S*)?|/\S*))$`,
  'iu',
)

function withScheme(words: string): string {
  if (WITH_SCHEME.test(words)) return words
  return `${PLAIN_HOST.test(words) ? 'http' : 'https'}://${words}`
}

/** Whether a word is an address with its scheme, of any kind. */
export function hasScheme(word: string): boolean {
  return WITH_SCHEME.test(word)
}

/**
 * The address that a person means where words or a file could stand as well.
 *
 * @param word without white space
 * @returns with its scheme, as browsers complete it; null where the word is not shaped as an address
 */
export function addressShaped(word: string): string | null {
  if (/\s/u.test(word)) return null
  return WITH_SCHEME.test(word) || WITHOUT_SCHEME.test(word) ? withScheme(word) : null
}

/** An address of the web as people type it where nothing else can stand, without a scheme, too; null for anything else. */
export function typedAddress(typed: string): string | null {
  const words = typed.trim()
  const url = URL.parse(withScheme(words))
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname !== ''
  return isWeb && !/\s/.test(words) && words !== '' ? url.href : null
}
