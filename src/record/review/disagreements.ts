import { isDeepStrictEqual } from 'node:util'
import { type PersonsValues, wordsIn } from './persons-values.ts'
import type { Spoken } from './with-values.ts'

/** What of a statement a machine may read otherwise than a person says. */
export type DisputedPart = 'words' | 'kind' | 'act' | 'speaker' | 'saidOn' | 'addressee'

/**
 * Where what a machine reads now is otherwise than what a person decided: for what the person said, and, where the
 * person accepted the statement, for all that was accepted.
 *
 * @param decided how it stands, in the same text version as `read`
 * @param isAccepted whether a person accepted all of it, and not only said some of it
 */
export function disagreements(
  read: Spoken,
  decided: Spoken,
  { values, isAccepted }: { readonly values: PersonsValues; readonly isAccepted: boolean },
): readonly DisputedPart[] {
  const pairs: readonly (readonly [DisputedPart, unknown, unknown, boolean])[] = [
    ['words', wordsIn(read.statement), wordsIn(decided.statement), values.words !== null],
    ['kind', read.statement.kind, decided.statement.kind, values.kind !== null],
    ['act', read.statement.act, decided.statement.act, values.act !== null],
    ['speaker', read.speakerId, decided.speakerId, values.speaker !== null],
    ['saidOn', read.statement.saidOn, decided.statement.saidOn, values.saidOn !== null],
    [
      'addressee',
      read.statement.addressee?.name ?? null,
      decided.statement.addressee?.name ?? null,
      values.addressee !== null,
    ],
  ]
  return pairs.flatMap(([part, one, other, isSaid]) =>
    (isSaid || isAccepted) && !isDeepStrictEqual(one, other) ? [part] : [],
  )
}
