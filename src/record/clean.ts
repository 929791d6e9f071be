import { StoreError } from './store-error.ts'

function faultOf(value: unknown, path: string): string | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) return `${path} holds a NUL character`
    if (!value.isWellFormed()) return `${path} holds half of a surrogate pair`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return `${path} is not a finite number`
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null
  for (const [key, part] of Object.entries(value)) {
    const fault = faultOf(part, path === '' ? key : `${path}.${key}`)
    if (fault !== null) return fault
  }
  return null
}

/**
 * Refuses what one engine would store and give back changed, and another would not take at all: NUL, lone
 * surrogates, numbers that JSON has no form for.
 *
 * @param value plain data; bytes in it may be anything
 * @throws StoreError `unclean`, naming the place in `value`
 */
export function assertClean(value: unknown): void {
  const fault = faultOf(value, '')
  if (fault !== null) throw new StoreError('unclean', `${fault}; nothing was stored: mend the text and add it again`)
}
