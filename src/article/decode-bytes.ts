import type { Fault } from './fault.ts'
import { guessEncoding } from './guess-encoding.ts'

export type DecodeOutcome = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: Fault }

/** How far into a page its own word about its encoding is looked for, in bytes: browsers stop at 1,024. */
const META_REACH = 4096

/** With more than this share of its characters damaged, a text cannot be quoted. */
const MAX_DAMAGE = 0.01

/** Damaged places that are overlooked in a text of any length: one cut at its end, one pasted in wrongly. */
const OVERLOOKED = 3

/**
 * Read as UTF-8, bytes of another encoding break at nearly every character beyond ASCII, a cut page at one. Where the
 * page claims another encoding that its bytes can be, UTF-8 needs the better evidence.
 */
const DAMAGE_WITHOUT_CLAIM = 0.5
const DAMAGE_AGAINST_A_CLAIM = 0.1

const UTF16 = 'utf-16'

/** The encoding's WHATWG name, or null. */
function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    // The label names no encoding; the bytes have to speak for themselves.
    return null
  }
}

function bomEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a byte order mark: markup and spaces have a zero in every second byte, always on the same side. */
function zerosEncoding(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2048)
  const pairs = Math.floor(head.length / 2)
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > pairs * 0.1 && even < odd * 0.05) return 'utf-16le'
  if (even > pairs * 0.1 && odd < even * 0.05) return 'utf-16be'
  return null
}

/** Encodings that the header and the page name, the header's first. UTF-16 is left out: the zeros would have shown it. */
function claimedEncodings(bytes: Uint8Array, contentType: string | null): readonly string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_REACH))
  const labels = [
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1],
    /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1],
    /<meta[^>]{0,500}charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1],
  ]
  return labels.flatMap((label) => {
    const encoding = label === undefined ? null : encodingNamed(label)
    return encoding === null || encoding.startsWith(UTF16) ? [] : [encoding]
  })
}

function decodesWhole(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    // Some byte cannot be of this encoding.
    return false
  }
}

function damageOf(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0
}

function isReadable(text: string): boolean {
  const damage = damageOf(text)
  return damage <= OVERLOOKED || damage <= text.length * MAX_DAMAGE
}

/**
 * Whether `bytes` are UTF-8 with a few broken places, as where a page was cut.
 *
 * @param mostDamage the share of the characters beyond ASCII that may be broken
 */
function isDamagedUtf8(bytes: Uint8Array, mostDamage: number): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that is not ASCII is counted
  const beyondAscii = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0
  return isReadable(text) && damageOf(text) <= beyondAscii * mostDamage
}

/**
 * The encoding of `bytes` by the evidence, strongest first: a byte order mark, the zeros of UTF-16, bytes that are
 * valid UTF-8 (other encodings hardly ever are), what header and page claim if the bytes can be that, and the
 * letters that come out.
 */
function encodingOf(bytes: Uint8Array, contentType: string | null): string {
  const certain = bomEncoding(bytes) ?? zerosEncoding(bytes)
  if (certain !== null) return certain
  const claimed = claimedEncodings(bytes, contentType)
  // Escape codes: every byte of it is valid UTF-8, too.
  if (claimed.includes('iso-2022-jp') && bytes.includes(0x1b)) return 'iso-2022-jp'
  if (decodesWhole(bytes, 'utf-8')) return 'utf-8'
  const possible = claimed.filter((encoding) => encoding !== 'utf-8' && decodesWhole(bytes, encoding))
  if (isDamagedUtf8(bytes, possible.length > 0 ? DAMAGE_AGAINST_A_CLAIM : DAMAGE_WITHOUT_CLAIM)) return 'utf-8'
  return possible[0] ?? guessEncoding(bytes) ?? claimed.find((encoding) => encoding !== 'utf-8') ?? 'utf-8'
}

/**
 * Decodes bytes that are not known to be binary. A claim about the encoding that the bytes contradict is not believed.
 *
 * @param contentType the header as received, or null
 * @returns text without a byte order mark, possibly with a few U+FFFD where bytes were damaged, without NUL
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): DecodeOutcome {
  const text = new TextDecoder(encodingOf(bytes, contentType)).decode(bytes)
  if (text.includes('\0'))
    return {
      ok: false,
      fault: {
        code: 'nul',
        sentence: 'it has NUL bytes, as no text does; save it again as UTF-8 text or as a web page and add that',
      },
    }
  if (!isReadable(text))
    return {
      ok: false,
      fault: {
        code: 'unreadable',
        sentence: 'its bytes are no text in any encoding that is known here; save it again as UTF-8 and add that',
      },
    }
  return { ok: true, text }
}
