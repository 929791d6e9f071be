import { isKnownOutlet } from '../../reading/outlets.ts'
import { kindOfName } from '../../text/name-kind.ts'
import type { ActorKind } from './actor.ts'

/** Two words, or as many characters as a full name has where it is written as one word. */
const FULL = /[\s·・]|^\p{sc=Han}{2,}$|^\p{sc=Hangul}{3,}$/u

/** Whether an actor's name by itself names one and no other: any name of a body, of a person a full one. */
export function isTelling(name: string, kind: ActorKind): boolean {
  return kind !== 'person' || FULL.test(name.trim())
}

/**
 * The same of a name as articles print it, where nothing but its words tells whose it is.
 *
 * @param role that stands beside it; null where there is none
 */
export function isTellingInPrint(name: string, role: string | null): boolean {
  if (FULL.test(name.trim()) || isKnownOutlet(name)) return true
  const kind = kindOfName(name)
  // Many a surname is a place's: "Jordan, a lawyer" is no country.
  return kind === 'organisation' || ((kind === 'place' || kind === 'people') && role === null)
}
