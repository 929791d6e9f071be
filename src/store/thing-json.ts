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
  return JSON.parse(json, (_, part: unknown): unknown => (isWithEdtf(part) ? dateOf(part.edtf) : part))
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
