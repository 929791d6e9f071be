import type { Identifier } from '../../record/actors/actor.ts'
import type { PublicActor } from '../../record/public-record.ts'
import { mainName } from '../actor-names.ts'
import { isTimeValue } from '../dates.ts'
import { scriptOf } from '../language.ts'
import { safeLink } from '../safe-link.ts'
import type { Addresses } from './addresses.ts'

/** What schema.org calls each kind of actor. A public body need not be a government's: the UN's are none. */
const TYPES: Readonly<Record<NonNullable<PublicActor['kind']>, string>> = {
  person: 'Person',
  organisation: 'Organization',
  'public body': 'Organization',
  group: 'Organization',
}

/** Where somebody else's list has the same actor. */
const SAME_AS: Readonly<Record<Identifier['scheme'], (value: string) => string>> = {
  wikidata: (value) => `https://www.wikidata.org/entity/${encodeURIComponent(value)}`,
  isni: (value) => `https://isni.org/isni/${encodeURIComponent(value.replaceAll(' ', ''))}`,
  viaf: (value) => `https://viaf.org/viaf/${encodeURIComponent(value)}`,
  lei: (value) => `https://search.gleif.org/#/record/${encodeURIComponent(value)}`,
  url: (value) => value,
}

type Name = PublicActor['names'][number]

/** A name with its language, where that is known. */
function nameValue({ name, language }: Name): object | string {
  return language === null || scriptOf(language) === null ? name : { '@value': name, '@language': language }
}

/** Since when and until when, as far as both are plain dates: schema.org has no form for "about". */
function spanOf(when: PublicActor['roles'][number]['when']): object {
  const [from = '', to] = when?.edtf.split('/') ?? []
  return { ...(isTimeValue(from) && { startDate: from }), ...(to !== undefined && isTimeValue(to) && { endDate: to }) }
}

function rolesOf({ roles }: PublicActor): object {
  if (roles.length === 0) return {}
  const held = roles.map(({ title, when }) => ({
    '@type': 'Role',
    hasOccupation: { '@type': 'Occupation', name: title },
    ...spanOf(when),
  }))
  return { hasOccupation: held }
}

/** An actor in few words, for where it is named; its own page says more. */
export function actorReference(actor: PublicActor, addresses: Addresses): object {
  const main = mainName(actor.names)
  return {
    '@id': addresses.thing(`/speakers/${actor.id}`),
    ...(actor.kind !== null && { '@type': TYPES[actor.kind] }),
    ...(main !== null && { name: nameValue(main) }),
  }
}

/** An actor with all that its page says: names in every language, roles, and who it is elsewhere. */
export function actorNode(actor: PublicActor, addresses: Addresses): object {
  const main = mainName(actor.names)
  const others = actor.names.filter((name) => name !== main)
  const links = actor.identifiers.flatMap(({ scheme, value }) => safeLink(SAME_AS[scheme](value))?.href ?? [])
  return {
    ...actorReference(actor, addresses),
    url: addresses.page(`/speakers/${actor.id}`),
    ...(others.length > 0 && { alternateName: others.map(nameValue) }),
    ...(actor.kind === 'person' && rolesOf(actor)),
    ...(links.length > 0 && { sameAs: links }),
  }
}
