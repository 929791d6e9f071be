import type { Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'
import type { ActorName } from '../records.ts'

/** What an actor is. */
export type ActorKind = 'person' | 'organisation' | 'public body' | 'group'

/** An office that somebody holds, or held: "UN High Commissioner for Human Rights". */
export type Role = {
  /** Its title, as newspapers print it. */
  readonly title: string
  /** The actor it is held at; null where that is nobody on the record. */
  readonly of: Id | null
  /** Since when and until when; null where that is not known. */
  readonly when: Edtf | null
}

/**
 * How an actor belongs to another: it is part of it, is its office, speaks for it, or its name is used for it
 * ("Beijing", also called so, is a place whose name means a government).
 */
export type RelationKind = 'part of' | 'office of' | 'speaks for' | 'also called'

/** A dated relation from the actor that has it to another actor, or to a place whose name it goes by. */
export type Relation = {
  readonly kind: RelationKind
  readonly to: Id
  /** Null where it is not known since when and until when: then it holds on any day. */
  readonly when: Edtf | null
}

/** The same actor in somebody else's list. */
export type Identifier = { readonly scheme: 'wikidata' | 'isni' | 'viaf' | 'lei' | 'url'; readonly value: string }

/** A person, organisation, public body or group. */
export type Actor = {
  readonly id: Id
  readonly kind: ActorKind
  /** At least one; the first is what pages call it. */
  readonly names: readonly ActorName[]
  readonly roles: readonly Role[]
  readonly relations: readonly Relation[]
  readonly identifiers: readonly Identifier[]
}

/** A country, region, town or site. */
export type Place = {
  readonly id: Id
  /** At least one; the first is what pages call it. */
  readonly names: readonly ActorName[]
  /** The place it lies in; null where that is not on the record. */
  readonly in: Id | null
  readonly identifiers: readonly Identifier[]
}
