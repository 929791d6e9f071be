/** Parts of dossiers as their rows keep them: JSON in which a date is its EDTF and nothing else. */
import type { Thing } from '../record/as-of/things.ts'
import { type Edtf, knownEdtf } from '../text/edtf-time.ts'

/** A date as rows keep it. No other value in a part of a dossier has this key. */
type WrittenDate = { readonly edtf: string }

function isWithEdtf(value: unknown): value is WrittenDate {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'edtf')
}

/** The value of a thing as JSON. */
export function thingJson({ value }: Thing): string {
  return JSON.stringify(value, (_, part: unknown): unknown => (isWithEdtf(part) ? { edtf: part.edtf } : part))
}

/** Reads what `thingJson` wrote. */
export function thingValue(json: string): Thing['value'] {
  return withDates(JSON.parse(json) as unknown) as Thing['value']
}

/** Reads the dates in place, in what was just parsed: JSON's own way of doing so takes five times as long. */
function withDates(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isWithEdtf(value)) return dateOf(value.edtf)
  const parts = value as Record<string, unknown>
  for (const [key, part] of Object.entries(parts)) {
    if (typeof part === 'object' && part !== null) parts[key] = withDates(part)
  }
  return value
}

const dates = new Map<string, Edtf>()
/** So many different dates are kept read: a record has the same ones again and again. */
const MAX_DATES = 20_000

function dateOf(edtf: string): Edtf {
  const known = dates.get(edtf)
  if (known !== undefined) return known
  const read = knownEdtf(edtf)
  if (dates.size >= MAX_DATES) dates.clear()
  dates.set(edtf, read)
  return read
}
