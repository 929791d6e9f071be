/** No key is larger; a page before it starts at the top. */
export const TOP = Number.MAX_SAFE_INTEGER

/** The largest page that is given out, whatever is asked for. */
const MAX_LIMIT = 200

/** A cursor: the keys of the last item of a page, as text. */
export function cursorOf(keys: readonly number[]): string {
  return keys.join('.')
}

/**
 * @param count how many keys the list is ordered by
 * @returns the keys, or `TOP` for each where `cursor` is none of ours
 */
export function keysOf(cursor: string | null, count: number): readonly number[] {
  const keys = /^\d+(\.\d+)*$/u.test(cursor ?? '') ? (cursor ?? '').split('.').map(Number) : []
  return keys.length === count && keys.every(Number.isSafeInteger) ? keys : Array<number>(count).fill(TOP)
}

/** A limit that can be asked for: from 1 to `MAX_LIMIT`. */
export function limitOf(limit: number): number {
  return Math.max(1, Math.min(MAX_LIMIT, Math.trunc(limit) || 1))
}
