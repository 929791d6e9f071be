/** From `offset` in a text (UTF-16) on, its words were said this many milliseconds after the recording's start. */
export type TimeCode = readonly [offset: number, milliseconds: number]

/**
 * When the words at `offset` were said.
 *
 * @param codes in the order of their offsets
 * @returns milliseconds from the recording's start, null where no code stands at or before `offset`
 * Cost: O(log codes).
 */
export function timeAt(codes: readonly TimeCode[], offset: number): number | null {
  let from = 0
  let to = codes.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((codes[middle]?.[0] ?? 0) <= offset) from = middle + 1
    else to = middle
  }
  return codes[from - 1]?.[1] ?? null
}

function parts(milliseconds: number) {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: two(seconds % 60),
    rest: String(milliseconds % 1000).padStart(3, '0'),
    two,
  }
}

/** A time as WebVTT writes it in full: `00:12:04.500`. */
export function timeCodeInFull(milliseconds: number): string {
  const { hours, minutes, seconds, rest, two } = parts(milliseconds)
  return `${two(hours)}:${two(minutes)}:${seconds}.${rest}`
}

/** A time as players show it, to the second: `12:04`, `1:02:04`. */
export function timeCodeInShort(milliseconds: number): string {
  const { hours, minutes, seconds, two } = parts(milliseconds)
  return hours === 0 ? `${minutes}:${seconds}` : `${hours}:${two(minutes)}:${seconds}`
}
