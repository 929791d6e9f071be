import { type Edtf, liesIn } from '../../text/edtf-time.ts'
import type { Role } from './actor.ts'

/** A role, and whether it was surely held. */
export type HeldRole = { readonly role: Role; readonly isSure: boolean }

/**
 * The roles that somebody held on a day, or may have: where a date is vague, or the role has none, it is not sure.
 *
 * @param on null where nobody knows the day: then every role may have been held
 * @returns those that are sure first
 */
export function rolesOn(roles: readonly Role[], on: Edtf | null): readonly HeldRole[] {
  const held = roles.flatMap((role): HeldRole[] => {
    if (role.when === null || on === null) return [{ role, isSure: false }]
    const lies = liesIn(on, role.when)
    return lies === 'not' ? [] : [{ role, isSure: lies === 'wholly' }]
  })
  return held.toSorted((a, b) => Number(b.isSure) - Number(a.isSure))
}
