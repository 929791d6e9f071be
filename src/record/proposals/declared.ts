import type { DeclaredSignatories } from '../dossier/demand.ts'
import type { Told } from './told.ts'

const BODIES = 'groups|organi[sz]ations|signatories|associations|unions|charities|NGOs|scholars|lawmakers|experts'
/** "192 rights groups": a number with bodies or people who sign. */
const COUNTED = new RegExp(`(?<![\\p{L}\\p{N}.,])(\\d[\\d,]*) ((?:\\p{L}[\\p{L}-]* ){0,3}(?:${BODIES}))(?!\\p{L})`, 'u')

/** How many are said to make the demand, where they are counted in its source: not those whom it is about. */
export function declaredIn({ attribution }: Told): DeclaredSignatories | null {
  const [, digits, of] = COUNTED.exec(attribution) ?? []
  if (digits === undefined || of === undefined) return null
  const count = Number(digits.replaceAll(',', ''))
  return Number.isSafeInteger(count) && count > 0 ? { count, of } : null
}
