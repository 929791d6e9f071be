import type { Thing } from '../as-of/things.ts'

/** Whether two dates, or two plain values with dates in them, are the same: a date is its EDTF and nothing else. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other
  if ('edtf' in one && 'edtf' in other) return one.edtf === other.edtf
  const [a, b] = [Object.entries(one), new Map(Object.entries(other))]
  return a.length === b.size && a.every(([key, value]) => b.has(key) && same(value, b.get(key)))
}

/** Whether two say the same of the same part. */
export function sameValue(one: Thing, other: Thing): boolean {
  return one.type === other.type && one.of === other.of && same(one.value, other.value)
}
