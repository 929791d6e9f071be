import { expect, test } from 'vitest'
import type { Thing } from '../../src/record/as-of/things.ts'
import { AT_THE_MACHINE } from '../../src/record/decisions.ts'
import type { DossierEdit, PartChange } from '../../src/record/dossier-edit/dossier-edit.ts'
import type { Store } from '../../src/record/store.ts'
import { knownEdtf } from '../../src/text/edtf-time.ts'
import { coverageOf } from '../marked-coverage.ts'
import { saying, smallDossier, taken } from '../small-dossier.ts'
import { type OpenEmpty, withStore } from './open-empty.ts'

const NOW = { at: null, on: null }
const LEE = '[S:Mara Lee] [C:said] [Q:the report will come before the end of June].'

async function withDam(store: Store) {
  const { articleId } = await store.addCoverage(coverageOf(LEE))
  const article = await store.article(articleId)
  const statementId = article?.statementRecords[0]?.id ?? ''
  await store.dossiers.take(taken(smallDossier([saying(articleId, null)])))
  const edit = (changes: readonly PartChange[], reason: string | null = null) =>
    store.dossiers.edit({ dossierId: 'dam', changes, reason, by: AT_THE_MACHINE })
  const part = async (id: string) => {
    const found = (await store.dossiers.parts('dam')).get(id)
    if (found === undefined) throw new Error(`there is no part ${id}`)
    return found
  }
  const readsNow = async (id: string): Promise<Thing> => {
    const { entry } = await part(id)
    if (entry.kind !== 'value') throw new Error(`${id} is gone`)
    return entry.value
  }
  return { articleId, statementId, edit, part, readsNow }
}

/** The commitment of the small dossier, in other words. */
async function reworded(dam: Awaited<ReturnType<typeof withDam>>, what: string): Promise<PartChange> {
  const thing = await dam.readsNow('report')
  if (thing.type !== 'commitment') throw new Error('it is a commitment')
  const { rowId } = await dam.part('report')
  return { kind: 'value', thing: { ...thing, value: { ...thing.value, what } }, supersedes: rowId }
}

async function shown(store: Store) {
  const view = await store.publicRecord.dossier('dam', NOW)
  if (view === null || !('dossier' in view)) throw new Error('it is published')
  return view
}

export function editingRules(open: OpenEmpty): void {
  test('a dossier is made by an edit, with one entry of the ledger, and is nobody’s but the desk’s', () =>
    withStore(open, async (store) => {
      const head = { id: 'visit', title: 'A visit', summary: null, timeZones: [] }
      const thing: Thing = { type: 'dossier', of: null, value: { ...head, actors: [], places: [], order: [] } }
      const edit: DossierEdit = {
        dossierId: 'visit',
        changes: [{ kind: 'value', thing, supersedes: null }],
        reason: null,
      }
      expect(await store.evidence.ledger(0)).toHaveLength(0)
      expect(await store.dossiers.edit({ ...edit, by: AT_THE_MACHINE })).toMatchObject({ state: 'written', parts: 1 })
      expect(await store.evidence.ledger(0)).toHaveLength(1)
      expect(await store.publicRecord.dossier('visit', NOW)).toBeNull()
      expect(await store.dossiers.list()).toMatchObject([{ id: 'visit', isPublished: false }])
      // Somebody else who makes one of this name is told, and changes nothing.
      expect(await store.dossiers.edit({ ...edit, by: AT_THE_MACHINE })).toEqual({
        state: 'conflict',
        theirs: ['visit'],
      })
    }))

  test('of two who change one part, the second is told, and nothing of the first is lost', () =>
    withStore(open, async (store) => {
      const dam = await withDam(store)
      const [mine, yours] = [await reworded(dam, 'publish it soon'), await reworded(dam, 'publish it in full')]
      expect((await dam.edit([mine])).state).toBe('written')
      expect(await dam.edit([yours])).toEqual({ state: 'conflict', theirs: ['report'] })
      expect((await shown(store)).dossier.commitments[0]?.what).toBe('publish it soon')
      expect((await dam.edit([{ ...yours, supersedes: (await dam.part('report')).rowId }])).state).toBe('written')
      expect((await dam.edit([await reworded(dam, 'publish it in full')])).state).toBe('known')
    }))

  test('two who each add an actor both do', () =>
    withStore(open, async (store) => {
      const dam = await withDam(store)
      const lee = await dam.readsNow((await shown(store)).dossier.actors[0]?.id ?? '')
      if (lee.type !== 'actor') throw new Error('it is an actor')
      for (const id of ['one', 'two']) {
        const thing: Thing = { ...lee, value: { ...lee.value, id, identifiers: [] } }
        expect((await dam.edit([{ kind: 'value', thing, supersedes: null }])).state).toBe('written')
      }
      expect((await shown(store)).dossier.actors.map(({ id }) => id).slice(1)).toEqual(['one', 'two'])
    }))

  test('what is taken back needs a reason, stays on the page as gone, and can be brought back', () =>
    withStore(open, async (store) => {
      const dam = await withDam(store)
      const { rowId: supersedes } = await dam.part('report')
      const thing = await dam.readsNow('report')
      const back: PartChange = { kind: 'withdrawn', thingId: 'report', supersedes }
      expect((await dam.edit([back], '  ')).state).toBe('refused')
      expect((await dam.edit([back], 'it was never said')).state).toBe('written')
      const view = await shown(store)
      expect([view.dossier.commitments, view.gone]).toMatchObject([
        [],
        [{ thingId: 'report', reason: 'it was never said' }],
      ])
      const again: PartChange = { kind: 'value', thing, supersedes: (await dam.part('report')).rowId }
      expect((await dam.edit([again])).state).toBe('written')
      expect((await shown(store)).dossier.commitments[0]?.events).toHaveLength(1)
    }))

  test('a commitment without an event, evidence of nothing, and an unknown actor are refused whole', () =>
    withStore(open, async (store) => {
      const dam = await withDam(store)
      const { rowId: supersedes } = await dam.part('report.announced')
      const last: PartChange = { kind: 'withdrawn', thingId: 'report.announced', supersedes }
      expect((await dam.edit([last], 'wrong')).state).toBe('refused')
      const event = await dam.readsNow('report.announced')
      if (event.type !== 'event') throw new Error('it is an event')
      const bare: PartChange = {
        kind: 'value',
        thing: { ...event, value: { ...event.value, evidence: [] } },
        supersedes,
      }
      expect((await dam.edit([await reworded(dam, 'something else'), bare])).state).toBe('refused')
      expect((await shown(store)).dossier.commitments[0]?.what).toBe('publish the report')
    }))

  test('a preview shows what will be public and writes nothing; evidence of a published dossier is accepted', () =>
    withStore(open, async (store) => {
      const dam = await withDam(store)
      const lee = (await shown(store)).dossier.actors[0]?.id ?? null
      const evidence = [saying(dam.articleId, dam.statementId, lee)]
      const date = knownEdtf('2026-05-01')
      const thing: Thing = {
        type: 'event',
        of: 'report',
        value: { id: 'new', kind: 'postponed', date, due: null, evidence },
      }
      const change: PartChange = { kind: 'value', thing, supersedes: null }
      const preview = await store.dossiers.preview({ dossierId: 'dam', changes: [change], reason: null })
      if (preview === null || 'state' in preview) throw new Error('nothing is wrong with it')
      expect(preview.dossier.commitments[0]?.events).toHaveLength(2)
      expect((await shown(store)).dossier.commitments[0]?.events).toHaveLength(1)
      expect(await dam.edit([change])).toEqual({ state: 'written', parts: 1, accepted: 1, refused: [] })
      const view = await shown(store)
      expect(view.dossier).toEqual(preview.dossier)
      expect(view.standing).toEqual(preview.standing)
    }))
}
