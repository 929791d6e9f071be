import { genderOfFirstName } from './first-names.ts'
import { isPeopleWord, isPlaceName, ORGANISATION_WORDS, PARTICLES } from './name-words.ts'

/** What a name is the name of; null where the name by itself does not tell. */
export type NameKind = 'person' | 'organisation' | 'place' | 'people' | null

const NAME_PART = /^(?:\p{Lu}|(?:al|el|ad|as|at|an|ash|d|l)['’-]\p{Lu})/u
const GENERATION = /^(?:Jr|Sr|I{2,3}|IV)\.?$/

/** A name's words, as printed. */
export function partsOfName(name: string): readonly string[] {
  return name.split(/[\s\u00a0]+/)
}

const small = (word: string) => word.toLowerCase().replace(/\.$/, '')

/** Whether `name` (as printed, without title) can be a person's full name: two words or more, none of an organisation. */
export function isFullName(name: string): boolean {
  const parts = partsOfName(name)
  return (
    parts.length >= 2 &&
    parts.length <= 6 &&
    parts.every((part) => (NAME_PART.test(part) || PARTICLES.has(part)) && !ORGANISATION_WORDS.has(small(part))) &&
    parts.some((part) => part !== part.toUpperCase() || part.length < 2) &&
    !isPlaceName(name) &&
    !isPeopleWord(parts[0] ?? '')
  )
}

/** Whether `name` tells by itself that it is an organisation's: "Ministry of Health", "NATO", "Nur-Watch". */
export function isOrganisationName(name: string): boolean {
  return (
    /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,6})$/u.test(name) ||
    partsOfName(name).some((part) => ORGANISATION_WORDS.has(small(part)))
  )
}

/** What `name` (as printed, without title) is the name of, by its words alone. */
export function kindOfName(name: string): NameKind {
  if (isPlaceName(name)) return 'place'
  const parts = partsOfName(name)
  if (parts.length === 1 && isPeopleWord(name)) return 'people'
  if (isOrganisationName(name)) return 'organisation'
  if (isFullName(name) && genderOfFirstName(parts[0] ?? '') !== null) return 'person'
  if (parts.length === 1) return null
  // "Iraq War" is no person's name, nor is "African American".
  if (parts.every(isPeopleWord)) return 'people'
  return isPeopleWord(parts[0] ?? '') || parts.some(isPlaceName) ? 'organisation' : null
}

/** What a full name is called by later: its last word, without "Jr", in small letters. */
export function surnameOf(name: string): string {
  const parts = partsOfName(name).filter((part) => !GENERATION.test(part))
  return (parts.at(-1) ?? name).toLowerCase().replaceAll('’', "'")
}
