/** No key is larger; a page before it starts at the top. */
export const TOP = Number.MAX_SAFE_INTEGER

/** The largest page that is given out, whatever is asked for. */
const MAX_LIMIT = 200

/**
 * Reads a cursor: the keys of the last item of the page before.
 *
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

/**
 * Cuts rows to a page.
 *
 * @param rows one more than the page holds, where there are more
 * @param keys what the list is ordered by
 */
export function cutPage<Row>(
  rows: readonly Row[],
  { limit, keys }: { readonly limit: number; readonly keys: (row: Row) => readonly number[] },
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last !== undefined ? keys(last).join('.') : null }
}
