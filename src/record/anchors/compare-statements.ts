import type { Statement } from '../../reading/statement.ts'
import type { Id } from '../id.ts'
import { type EarlierStatement, keepIds } from '../keep-ids.ts'
import { anchorOf, sentencesAround } from './anchor-of.ts'
import { changedPairs } from './changed-pairs.ts'
import { findAgain } from './find-again.ts'
import { moved } from './moved.ts'
import { isSameSpeaker } from './same-speaker.ts'
import type { SearchedText } from './searched-text.ts'
import { type StatementWords, statementWords } from './statement-words.ts'

/** A statement of the earlier text version, under its id. */
export type OfEarlier = Pick<EarlierStatement, 'id' | 'statement'>

/**
 * What became of a statement in a later version of its text. `later` is the place of the statement in the later
 * reading; null where its words still stand there and the later reading takes them for no statement.
 */
export type Fate =
  | { readonly fate: 'kept'; readonly id: Id; readonly later: number | null; readonly statement: Statement }
  | { readonly fate: 'changed'; readonly id: Id; readonly later: number }
  | { readonly fate: 'gone'; readonly id: Id }

/** A version of a text with what was read in it. */
export type VersionBefore = { readonly searched: SearchedText; readonly statements: readonly OfEarlier[] }
export type VersionAfter = { readonly searched: SearchedText; readonly statements: readonly Statement[] }

type Found = { readonly id: Id; readonly statement: Statement }

/** Those whose sentences stand letter for letter in the later text, with their spans there. */
function foundAgain({ searched, statements }: VersionBefore, later: SearchedText): readonly Found[] {
  return statements.flatMap(({ id, statement }) => {
    const span = findAgain(anchorOf(searched, statement), later)
    if (span === null) return []
    return [{ id, statement: moved(statement, span[0] - sentencesAround(searched, statement)[0]) }]
  })
}

/** What the later reading makes of those that were found: the same statement, or another speaker's. */
function fatesOfFound(found: readonly Found[], later: readonly Statement[]): readonly Fate[] {
  const ids = keepIds(
    found.map((each) => ({ ...each, stillRead: true })),
    later,
  )
  const places = new Map(ids.flatMap((id, place) => (id === null ? [] : [[id, place] as const])))
  return found.map(({ id, statement }): Fate => {
    const place = places.get(id) ?? null
    const now = place === null ? undefined : later[place]
    if (place === null || now === undefined) return { fate: 'kept', id, later: null, statement }
    if (isSameSpeaker(statement, now)) return { fate: 'kept', id, later: place, statement: now }
    return { fate: 'changed', id, later: place }
  })
}

type Said<Key> = { readonly key: Key; readonly words: StatementWords }

/**
 * Those whose sentences changed around them, while speaker, source, cue and content are the same words. Several of the
 * same words are the same in their order, if there are as many as before.
 */
function sameInWords(before: readonly Said<Id>[], after: readonly Said<number>[]): ReadonlyMap<Id, number> {
  const wordsOf = ({ words }: Said<unknown>) => JSON.stringify(words)
  const [earlier, later] = [Map.groupBy(before, wordsOf), Map.groupBy(after, wordsOf)]
  const pairs = [...earlier].flatMap(([words, ones]) => {
    const others = later.get(words) ?? []
    return ones.length === others.length ? ones.map(({ key }, at) => [key, others[at]?.key ?? 0] as const) : []
  })
  return new Map(pairs)
}

/**
 * Says of each statement of a text version whether a later version keeps it, has it changed, or has it no more. Kept is
 * only what is the same letter for letter: with another word in the quotation, another cue or another speaker it is
 * changed, and its id is not given on.
 *
 * @returns in the order of `before`
 */
export function compareStatements(before: VersionBefore, after: VersionAfter): readonly Fate[] {
  const fates = new Map(
    fatesOfFound(foundAgain(before, after.searched), after.statements).map((fate) => [fate.id, fate]),
  )
  const claimed = new Set([...fates.values()].map((fate) => (fate.fate === 'gone' ? null : fate.later)))
  const left = before.statements
    .filter(({ id }) => !fates.has(id))
    .map(({ id, statement }) => ({ key: id, words: statementWords(before.searched.text, statement) }))
  const open = after.statements
    .map((statement, key) => ({ key, words: statementWords(after.searched.text, statement) }))
    .filter(({ key }) => !claimed.has(key))

  const same = sameInWords(left, open)
  const taken = new Set(same.values())
  const changed = changedPairs(
    left.filter(({ key }) => !same.has(key)),
    open.filter(({ key }) => !taken.has(key)),
  )
  return before.statements.map(({ id }): Fate => {
    const place = same.get(id)
    const statement = place === undefined ? undefined : after.statements[place]
    if (place !== undefined && statement !== undefined) return { fate: 'kept', id, later: place, statement }
    const other = changed.get(id)
    return fates.get(id) ?? (other === undefined ? { fate: 'gone', id } : { fate: 'changed', id, later: other })
  })
}
