import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AT_THE_MACHINE } from '../../src/record/decisions.ts'
import { quotedIn, withQuoted } from '../../src/record/dossier/with-quoted.ts'
import type { Store } from '../../src/record/store.ts'
import { knownEdtf } from '../../src/text/edtf-time.ts'
import { anyDossierFile } from '../any-dossier.ts'
import { coverageOf } from '../marked-coverage.ts'
import { saying, smallDossier, taken } from '../small-dossier.ts'
import { EVERYTHING, NOON, type OpenEmpty, withStore } from './open-empty.ts'

const NOW = { at: null, on: null }
const BEFORE = '2026-03-01T11:59:59.999Z'
const LATER = '2026-04-01T12:00:00.000Z'
const TAKEN_BACK = {
  verdict: 'withdrawn',
  by: AT_THE_MACHINE,
  reason: 'a mistake',
  speakerId: null,
  saidOn: null,
} as const
const LEE = '[S:Mara Lee] [C:said] [Q:the report will come before the end of June].'

/** Adds Lee's article; its id, and that of her statement. */
async function addLee(store: Store, notation = LEE) {
  const { articleId } = await store.addCoverage(coverageOf(notation))
  const article = await store.article(articleId)
  return { articleId, statementId: article?.statementRecords[0]?.id ?? '' }
}

export function dossierRules(open: OpenEmpty): void {
  test('an empty record has no dossiers', () =>
    withStore(open, async ({ dossiers, publicRecord }) => {
      expect(await dossiers.list()).toEqual([])
      expect([await dossiers.dossier('dam', NOW), await dossiers.file('dam', null)]).toEqual([null, null])
      expect(await publicRecord.dossier('dam', NOW)).toBeNull()
      expect(await publicRecord.front(NOW, 5)).toMatchObject({ moved: [], overdue: [], newest: [], changedAt: null })
      expect([await publicRecord.recent(5), await publicRecord.changedAt()]).toEqual([
        { moved: [], statements: [] },
        null,
      ])
    }))

  test('a dossier that is taken in is published, and accepts what it rests on', () =>
    withStore(open, async (store) => {
      const { articleId, statementId } = await addLee(store)
      const dossier = smallDossier([saying(articleId, statementId)])
      expect(await store.publicRecord.statement(statementId, null)).toBeNull()
      const outcome = { dossierId: 'dam', isPublished: true, refused: [] }
      expect(await store.dossiers.take(taken(dossier))).toEqual({ ...outcome, state: 'added', parts: 4, accepted: 1 })
      expect(await store.dossiers.take(taken(dossier))).toEqual({ ...outcome, state: 'known', parts: 0, accepted: 0 })
      const view = await store.publicRecord.dossier('dam', NOW)
      if (view === null || !('dossier' in view)) throw new Error('it is published')
      expect(view).toMatchObject({ publishedAt: NOON, changedAt: NOON, gone: [] })
      expect(view.standing.commitments[0]?.answers.schedule.state).toBe('due')
      const shown = await store.publicRecord.statement(statementId, null)
      if (shown === null || !('statement' in shown)) throw new Error('it is accepted')
      // The person's word on the speaker stands beside the machine's, and both are the same actor.
      expect(shown.speaker?.id).toBe(view.dossier.actors[0]?.id)
      expect((await store.article(articleId))?.statementRecords[0]?.speakerId).toBe(shown.speaker?.id)
      expect(shown.decision).toMatchObject({
        verdict: 'accepted',
        by: AT_THE_MACHINE,
        dossierId: 'dam',
        recordedAt: NOON,
      })
      expect(shown.dossiers.map(({ id }) => id)).toEqual(['dam'])
    }))

  test(
    'any dossier comes back out as it went in, and taken in again changes nothing',
    () =>
      fc.assert(
        fc.asyncProperty(anyDossierFile, (file) =>
          withStore(open, async (store) => {
            const names = [...new Set(quotedIn(file.dossier).map(({ article }) => article))]
            const listed = file.articles.filter(
              ({ article }, at) => file.articles.findIndex((other) => other.article === article) === at,
            )
            const ids = new Map(names.map((name, at) => [name, `article-${at}`]))
            const articles = [
              ...listed.map((entry) => ({ ...entry, articleId: ids.get(entry.article) ?? null, isListed: true })),
              ...names
                .filter((name) => !listed.some(({ article }) => article === name))
                .map((article) => ({
                  article,
                  url: null,
                  sha256: null,
                  articleId: ids.get(article) ?? null,
                  isListed: false,
                })),
            ]
            const dossier = withQuoted(file.dossier, (quoted) => ({
              ...quoted,
              article: ids.get(quoted.article) ?? '',
            }))
            const { state } = await store.dossiers.take(taken(dossier, { articles }))
            expect(state).toBe('added')
            expect(await store.dossiers.file('dossier', null)).toEqual({ dossier: file.dossier, articles: listed })
            expect((await store.dossiers.take(taken(dossier, { articles }))).state).toBe('known')
          }),
        ),
        { numRuns: 30 },
      ),
    60_000,
  )

  test('what was recorded later is not seen; what is withdrawn, and a dossier that is unpublished, is not public', async () => {
    let now = NOON
    await withStore(
      open,
      async (store) => {
        const { articleId, statementId } = await addLee(store)
        const dossier = smallDossier([saying(articleId, statementId)])
        await store.dossiers.take(taken(dossier))
        now = LATER
        await store.dossiers.take(taken({ ...dossier, title: 'The old dam', commitments: [] }))
        await store.dossiers.decide({ ...TAKEN_BACK, statementId })
        const titleAt = async (at: string | null) => {
          const view = await store.publicRecord.dossier('dam', { at, on: null })
          return view === null || !('dossier' in view) ? null : [view.dossier.title, view.gone.length]
        }
        expect([await titleAt(BEFORE), await titleAt(NOON), await titleAt(null)]).toEqual([
          null,
          ['The dam', 0],
          ['The old dam', 2],
        ])
        expect(await store.publicRecord.statement(statementId, NOON)).toMatchObject({
          decision: { verdict: 'accepted' },
        })
        expect(await store.publicRecord.statement(statementId, null)).toMatchObject({
          id: statementId,
          withdrawn: { reason: 'a mistake' },
        })
        expect((await store.publicRecord.statements({ ...EVERYTHING, at: null })).total).toBe(0)
        expect((await store.publicRecord.front({ at: NOON, on: null }, 5)).counts).toMatchObject({ statements: 1 })
        expect((await store.publicRecord.front(NOW, 5)).counts).toMatchObject({ statements: 0 })
        expect(await store.dossiers.publish('dam', { isPublished: false, by: AT_THE_MACHINE })).toBe(true)
        expect([await titleAt(null), (await store.publicRecord.dossiers({ ...EVERYTHING, at: null })).total]).toEqual([
          null,
          0,
        ])
      },
      { now: () => now },
    )
  })

  test('what was recorded last comes first, whenever it happened; what is published later, since then', async () => {
    let now = NOON
    await withStore(
      open,
      async (store) => {
        const { articleId, statementId } = await addLee(store)
        const evidence = [saying(articleId, statementId)]
        const dossier = smallDossier(evidence)
        const recent = async () =>
          (await store.publicRecord.recent(5)).moved.map(({ event, recordedAt }) => [event.id, recordedAt])
        await store.dossiers.take(taken(dossier, { publish: false }))
        expect(await recent()).toEqual([])
        now = '2026-03-02T12:00:00.000Z'
        await store.dossiers.publish('dam', { isPublished: true, by: AT_THE_MACHINE })
        await store.dossiers.decide({ ...TAKEN_BACK, verdict: 'accepted', statementId })
        expect(await recent()).toEqual([['report.announced', now]])
        const earlier = {
          id: 'report.agreed',
          kind: 'agreed',
          date: knownEdtf('2026-01-05'),
          due: null,
          evidence,
        } as const
        const commitments = dossier.commitments.map((one) => ({ ...one, events: [...one.events, earlier] }))
        now = LATER
        await store.dossiers.take(taken({ ...dossier, commitments }))
        expect(await recent()).toEqual([
          ['report.agreed', LATER],
          ['report.announced', '2026-03-02T12:00:00.000Z'],
        ])
        expect(await store.publicRecord.changedAt()).toBe(LATER)
        expect((await store.publicRecord.recent(1)).statements.map(({ statement }) => statement.id)).toEqual([
          statementId,
        ])
      },
      { now: () => now },
    )
  })

  test('a statement that nobody accepted is found nowhere in what is public', () =>
    withStore(open, async (store) => {
      const { articleId } = await addLee(store, `${LEE}\n\n[S2:Tom Ross] [C2:said] [Q2:the planted words are mine].`)
      const [lee, ross] = (await store.article(articleId))?.statementRecords ?? []
      await store.dossiers.take(taken(smallDossier([saying(articleId, lee?.id ?? '')])))
      const { publicRecord } = store
      expect(await publicRecord.statement(ross?.id ?? '', null)).toBeNull()
      expect(await publicRecord.speaker(ross?.speakerId ?? '', { ...EVERYTHING, ...NOW })).toBeNull()
      expect((await publicRecord.statements({ ...EVERYTHING, at: null, words: 'planted' })).total).toBe(0)
      expect((await publicRecord.statements({ ...EVERYTHING, at: null, words: 'report' })).total).toBe(1)
      const all = [await publicRecord.front(NOW, 20), await publicRecord.statements({ ...EVERYTHING, at: null })]
      expect(JSON.stringify(all)).not.toContain('planted')
    }))

  test('merged actors are one everywhere, and after the undoing two again', () =>
    withStore(open, async (store) => {
      await addLee(store, '[S:Mara Lee] [C:said]: [Q:“One.”]\n\n[S2:M. Lee] [C2:said]: [Q2:“Two.”]')
      const counts = async () => (await store.speakers(EVERYTHING)).items.map(({ statements }) => statements)
      const [gone, into] = (await store.speakers(EVERYTHING)).items.map(({ id }) => id)
      const merge = { kind: 'merge', gone: gone ?? '', into: into ?? '' } as const
      const { id } = await store.dossiers.decideIdentity(merge, AT_THE_MACHINE)
      expect(await counts()).toEqual([2])
      await expect(store.dossiers.decideIdentity(merge, AT_THE_MACHINE)).rejects.toMatchObject({ code: 'refused' })
      await store.addCoverage(coverageOf('[S:M. Lee] [C:said]: [Q:“Three.”]\n\n[S2:Mara Lee] [C2:said]: [Q2:“Four.”]'))
      expect(await counts()).toEqual([4])
      await store.dossiers.decideIdentity({ kind: 'undo', undoes: id }, AT_THE_MACHINE)
      expect(await counts()).toEqual([2, 2])
      for (const entry of await store.evidence.ledger(0))
        expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
      expect(await store.evidence.unledgered()).toEqual([])
    }))
}
