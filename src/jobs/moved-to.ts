import type { Input } from '../record/input.ts'

/** Answers that say that an address is not to be asked any more. */
const FOR_GOOD = new Set([301, 308])

/** The status in the first line of an answer; null where there is none. */
function statusOf(response: Uint8Array): number | null {
  const line = Buffer.from(response.subarray(0, 64)).toString('latin1')
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(line)?.[1]
  return status === undefined ? null : Number(status)
}

/** Where what was fetched has moved for good: every step on the way says so. Null where it has not. */
export function movedTo({ url, received }: Input): string | null {
  const steps = received?.exchanges.slice(0, -1) ?? []
  if (url === null || steps.length === 0) return null
  return steps.every(({ response }) => FOR_GOOD.has(statusOf(response) ?? 0)) ? url : null
}
