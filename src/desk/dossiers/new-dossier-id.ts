import type { Id } from '../../record/id.ts'

/** As long as an address stays readable. */
const MAX_SLUG = 60

/**
 * What a new dossier is called in addresses, made of its title: "The UN visit" is `the-un-visit`.
 *
 * @param spare what it is called where the title has no Latin letters
 */
export function newDossierId(title: string, spare: Id): Id {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '')
  // "new" is the address of the form that makes one.
  return slug === '' || slug === 'new' ? `dossier-${spare.toLowerCase()}` : slug
}
