import type { Dossier } from '../dossier/dossier.ts'
import type { Id } from '../id.ts'
import type { Row } from './row.ts'
import { standingAt } from './standing-at.ts'
import { dossierOf, type Thing } from './things.ts'

/** A row of a dossier: what kind of thing it is about stays when its value is removed. */
export type ThingRow = Row<Thing> & { readonly type: Thing['type']; readonly of: Id | null }

/** Something that is no longer there, and why. */
export type Gone = {
  readonly thingId: Id
  readonly type: Thing['type']
  readonly of: Id | null
  /** Taken back by an editor, or removed because it had to go. */
  readonly how: 'withdrawn' | 'removed'
  /** When that was recorded; UTC. */
  readonly recordedAt: string
  readonly reason: string
}

/** A dossier as it stood at a moment of the record. */
export type DossierAt = {
  /** Null before the dossier was made, and once it was withdrawn or removed whole. */
  readonly dossier: Dossier | null
  /** What had been there by then and is not shown, each with its reason. */
  readonly gone: readonly Gone[]
  /** Since when each thing reads as it does, by its id: UTC. What is gone is not among them. */
  readonly since: ReadonlyMap<Id, string>
}

/**
 * A dossier as it stood at a moment of the record.
 *
 * @param rows all rows of the dossier, in any order; rows of others do no harm
 * @param at   UTC, ISO 8601 with milliseconds: see `recordTime`
 */
export function dossierAt(rows: readonly ThingRow[], dossierId: Id, at: string): DossierAt {
  const kinds = new Map(rows.map(({ thingId, type, of }) => [thingId, { type, of }]))
  const standings = [...standingAt(rows, at).values()]
  const things = standings.flatMap(({ entry }) => (entry.kind === 'value' ? [entry.value] : []))
  const gone = standings.flatMap(({ thingId, recordedAt, entry }): readonly Gone[] => {
    const kind = kinds.get(thingId)
    return entry.kind === 'value' || kind === undefined
      ? []
      : [{ thingId, ...kind, how: entry.kind, recordedAt, reason: entry.reason }]
  })
  const since = new Map(
    standings.flatMap(({ thingId, recordedAt, entry }) => (entry.kind === 'value' ? [[thingId, recordedAt]] : [])),
  )
  return { dossier: dossierOf(things, dossierId), gone, since }
}
