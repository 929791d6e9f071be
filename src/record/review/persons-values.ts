import type { Act, Statement, StatementKind } from '../../reading/statement.ts'
import type { Edtf } from '../../text/edtf-time.ts'
import type { Role } from '../accounts/role.ts'
import type { Id } from '../id.ts'

/** The words of a statement as spans of one text version: ordered, not overlapping within a list. */
export type StatementWords = Pick<Statement, 'source' | 'cue' | 'content'>

/** What a person says, which may be that there is none. */
export type Said<T> = { readonly is: T }

/** The words of a content in another language, by an editor. */
export type Translation = {
  /** BCP 47. */
  readonly language: string
  readonly content: string
  /** Who made it. */
  readonly by: { readonly role: Role; readonly account: Id | null }
  /** UTC, when it was made. */
  readonly at: string
}

/** All that a person says of a statement instead of the machine. Null is: as the machine read it. */
export type PersonsValues = {
  readonly words: StatementWords | null
  readonly kind: StatementKind | null
  readonly act: Said<Act | null> | null
  readonly speaker: Said<Id | null> | null
  readonly saidOn: Said<Edtf | null> | null
  /** To whom it was said, by name. */
  readonly addressee: Said<string | null> | null
  /** One a language, in the order in which they were first made. */
  readonly translations: readonly Translation[]
  /** The statement of which it is now a part. */
  readonly joinedInto: Id | null
}

/** Where a person says nothing of a statement. */
export const AS_READ: PersonsValues = {
  words: null,
  kind: null,
  act: null,
  speaker: null,
  saidOn: null,
  addressee: null,
  translations: [],
  joinedInto: null,
}

/** The words of a statement alone. */
export function wordsIn({ source, cue, content }: StatementWords): StatementWords {
  return { source, cue, content }
}
