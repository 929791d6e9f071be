import { dossierAt, type ThingRow } from '../as-of/dossier-at.ts'
import type { Standing } from '../as-of/row.ts'
import { standingAt } from '../as-of/standing-at.ts'
import type { Thing } from '../as-of/things.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { pathInWords } from '../dossier/dossier-fault.ts'
import { dossierFaults } from '../dossier/dossier-faults.ts'
import type { Id } from '../id.ts'
import type { DossierEdit, EditRefusal, PartChange } from './dossier-edit.ts'
import { sameValue } from './same-value.ts'

/** A row that an edit makes, before it has an id. */
export type EditedRow = Pick<ThingRow, 'thingId' | 'type' | 'of' | 'supersedes' | 'entry'>

/** What a dossier would be after an edit. */
export type EditedDossier = {
  readonly state: 'edited'
  /** None where everything reads that way already. */
  readonly rows: readonly EditedRow[]
  readonly dossier: Dossier | null
}

/** Later than whatever was recorded: text, so that it compares with times. */
const LAST = '9999-12-31T23:59:59.999Z'

const thingIdOf = (change: PartChange): Id => (change.kind === 'value' ? change.thing.value.id : change.thingId)

function rowOf(
  change: PartChange,
  { before, reason }: { readonly before: Standing<Thing> | undefined; readonly reason: string | null },
  kinds: ReadonlyMap<Id, Pick<ThingRow, 'type' | 'of'>>,
): readonly EditedRow[] {
  const thingId = thingIdOf(change)
  const supersedes = before?.rowId ?? null
  if (change.kind === 'value') {
    const { type, of } = change.thing
    const isSame = before?.entry.kind === 'value' && sameValue(before.entry.value, change.thing)
    return isSame ? [] : [{ thingId, type, of, supersedes, entry: { kind: 'value', value: change.thing } }]
  }
  const kind = kinds.get(thingId)
  if (kind === undefined || before?.entry.kind !== 'value') return []
  return [{ thingId, ...kind, supersedes, entry: { kind: 'withdrawn', reason: reason ?? '' } }]
}

/** Actors and places belong to a dossier by its head: who adds one need not have had the head before the eyes. */
function withHead(rows: readonly EditedRow[], dossierId: Id, head: Standing<Thing> | undefined): readonly EditedRow[] {
  const own = rows.find(({ thingId }) => thingId === dossierId)
  const entry = own?.entry ?? head?.entry
  if (entry?.kind !== 'value' || entry.value.type !== 'dossier') return rows
  const { value } = entry.value
  const added = (type: 'actor' | 'place', known: readonly Id[]) => [
    ...known,
    ...rows.filter((row) => row.type === type && !known.includes(row.thingId)).map(({ thingId }) => thingId),
  ]
  const [actors, places] = [added('actor', value.actors), added('place', value.places)]
  if (actors.length === value.actors.length && places.length === value.places.length) return rows
  const row: EditedRow = {
    thingId: dossierId,
    type: 'dossier',
    of: null,
    supersedes: head?.rowId ?? null,
    entry: { kind: 'value', value: { type: 'dossier', of: null, value: { ...value, actors, places } } },
  }
  return [...rows.filter((other) => other !== own), row]
}

/** What must not be: all that a dossier file may not have, and a part without what makes it one. */
function faultsOf(dossier: Dossier): readonly string[] {
  const without = (what: string, is: string, needs: string) =>
    `“${what}” ${is} ${needs}; to take it away, take back the whole of it`
  return [
    ...dossierFaults(dossier).map(({ path, sentence }) => `${pathInWords(path)} ${sentence}`),
    ...dossier.commitments.flatMap(({ what, events, terms }) => [
      ...(events.length === 0 ? [without(what, 'is a commitment without', 'an event')] : []),
      ...terms
        .filter(({ steps }) => steps.length === 0)
        .map((term) => without(term.what, 'is a term that', 'nobody said anything of')),
    ]),
    ...dossier.figures
      .filter(({ claims }) => claims.length === 0)
      .map(({ what }) => without(what, 'is a figure that', 'nobody claims')),
  ]
}

/** What was wrong before is no fault of this edit: without this, one part that was removed would shut all others. */
function newFaults(before: Dossier | null, after: Dossier | null): readonly string[] {
  if (after === null) return []
  const known = new Set(before === null ? [] : faultsOf(before))
  return faultsOf(after).filter((sentence) => !known.has(sentence))
}

function conflicts({ changes }: DossierEdit, standing: ReadonlyMap<Id, Standing<Thing>>): readonly Id[] {
  return changes
    .filter((change) => (standing.get(thingIdOf(change))?.rowId ?? null) !== change.supersedes)
    .map(thingIdOf)
}

function refusal(edit: DossierEdit, standing: ReadonlyMap<Id, Standing<Thing>>): EditRefusal | null {
  const theirs = conflicts(edit, standing)
  if (theirs.length > 0) return { state: 'conflict', theirs }
  const gone = edit.changes.find((change) => standing.get(thingIdOf(change))?.entry.kind === 'removed')
  if (gone !== undefined)
    return { state: 'refused', sentences: ['It was removed from the record, and cannot be written again.'] }
  const takesBack = edit.changes.some(({ kind }) => kind === 'withdrawn')
  if (takesBack && (edit.reason ?? '').trim() === '')
    return { state: 'refused', sentences: ['Say why it is taken back; readers are told.'] }
  return null
}

/**
 * Works out what an edit makes of a dossier. Each change names the row that it supersedes: where another stands by now,
 * somebody was faster, and nothing is lost.
 *
 * @param rows of the dossier, in any order; none for one that is to be made
 */
export function applyEdit(rows: readonly ThingRow[], edit: DossierEdit): EditedDossier | EditRefusal {
  const standing = standingAt(rows, LAST)
  const refused = refusal(edit, standing)
  if (refused !== null) return refused
  const kinds = new Map(rows.map(({ thingId, type, of }) => [thingId, { type, of }]))
  const changed = edit.changes.flatMap((change) =>
    rowOf(change, { before: standing.get(thingIdOf(change)), reason: edit.reason }, kinds),
  )
  const made = withHead(changed, edit.dossierId, standing.get(edit.dossierId))
  const after = made.map(
    (row, at): ThingRow => ({ ...row, rowId: `~${String(at).padStart(9, '0')}`, recordedAt: LAST }),
  )
  const before = dossierAt(rows, edit.dossierId, LAST).dossier
  const { dossier } = dossierAt([...rows, ...after], edit.dossierId, LAST)
  const sentences = newFaults(before, dossier)
  return sentences.length > 0 ? { state: 'refused', sentences } : { state: 'edited', rows: made, dossier }
}
