/** More codings on top of each other than any server has a use for. */
export const MAX_CODINGS = 5

/** The largest window that a page may make us keep: 8 MB, the limit for zstd on the web (RFC 9659). */
export const ZSTD_WINDOW_LOG = 23

/** What some servers write where nothing is packed. */
const NO_CODING = new Set(['', 'identity', 'none', 'utf-8'])

/**
 * The content codings of a body, in lower case, in the order in which they were put on.
 *
 * @param header the values of Content-Encoding
 */
export function codingNames(header: readonly string[]): readonly string[] {
  return header.flatMap((value) => value.toLowerCase().split(/[\s,]+/)).filter((name) => !NO_CODING.has(name))
}

/** Whether bytes begin as zlib does (RFC 1950). Some servers send "deflate" without that frame. */
export function hasZlibFrame([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}
