import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDossierFile } from '../../../test/any-dossier.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { dossierAt, type ThingRow } from './dossier-at.ts'
import type { Entry } from './row.ts'
import { type Thing, thingsOf } from './things.ts'

const momentOf = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

/** A row for each part of a dossier, a second apart. */
function rowsOf(dossier: Dossier): readonly ThingRow[] {
  return thingsOf(dossier).map((thing, second) => rowAbout(thing, { kind: 'value', value: thing }, second, null))
}

function rowAbout(
  { type, of, value }: Thing,
  entry: Entry<Thing>,
  second: number,
  supersedes: string | null,
): ThingRow {
  const rowId = `row${String(second).padStart(6, '0')}`
  return { rowId, thingId: value.id, type, of, recordedAt: momentOf(second), supersedes, entry }
}

const LATER = 5000

test('a dossier that was taken apart and put together is the same', () => {
  fc.assert(
    fc.property(anyDossierFile, ({ dossier }) => {
      const rows = rowsOf(dossier)
      const since = new Map(rows.map(({ thingId, recordedAt }) => [thingId, recordedAt]))
      expect(dossierAt(rows.toReversed(), dossier.id, momentOf(rows.length))).toEqual({ dossier, gone: [], since })
    }),
  )
})

test('before it was made there is none, and nothing that was added later is seen', () => {
  fc.assert(
    fc.property(anyDossierFile, fc.nat(), ({ dossier }, place) => {
      const rows = rowsOf(dossier)
      expect(dossierAt(rows, dossier.id, '2025-12-31T23:59:59.999Z').dossier).toBeNull()
      const at = place % rows.length
      expect(dossierAt(rows, dossier.id, momentOf(at))).toEqual(
        dossierAt(rows.slice(0, at + 1), dossier.id, momentOf(LATER)),
      )
    }),
  )
})

test('what is withdrawn stands until then; what is removed is gone on every day, and both say why', () => {
  fc.assert(
    fc.property(anyDossierFile, fc.constantFrom('withdrawn', 'removed'), ({ dossier }, kind) => {
      const rows = rowsOf(dossier)
      const event = rows.find(({ type }) => type === 'event')
      if (event?.entry.kind !== 'value') throw new Error('a commitment has an event')
      const row = rowAbout(event.entry.value, { kind, reason: 'by order' }, LATER, event.rowId)
      const eventsAt = (second: number) => {
        const { dossier: found, gone, since } = dossierAt([...rows, row], dossier.id, momentOf(second))
        expect(since.has(event.thingId)).toBe(gone.length === 0)
        return [found?.commitments[0]?.events.length, gone.map(({ how, thingId, reason }) => [how, thingId, reason])]
      }
      const count = dossier.commitments[0]?.events.length ?? 0
      const goneThen = [count - 1, [[kind, event.thingId, 'by order']]]
      expect(eventsAt(LATER)).toEqual(goneThen)
      expect(eventsAt(LATER - 1)).toEqual(kind === 'removed' ? goneThen : [count, []])
    }),
  )
})
