import { expect, test } from 'vitest'
import { AT_THE_MACHINE } from '../../src/record/decisions.ts'
import type { Dossier } from '../../src/record/dossier/dossier.ts'
import type { RecordSpan } from '../../src/record/moved/dossier-moves.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf } from '../marked-coverage.ts'
import { saying, smallDossier, taken } from '../small-dossier.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const LEE = '[S:Mara Lee] [C:said] [Q:the report will come before the end of June].'
const dayAt = (day: string) => `2026-${day}T12:00:00.000Z`
const ALL: RecordSpan = { after: '', upTo: dayAt('12-31') }

/** A move in short: when, what, and how where it is not new. */
async function told(store: Store, span = ALL): Promise<readonly string[]> {
  return (await store.publicRecord.moved(span)).map(({ at, moved, how }) => {
    const what = moved.kind === 'part' ? moved.part[1] : moved.kind
    return `${at.slice(5, 10)} ${what}${how === 'new' ? '' : ` ${how}`}`
  })
}

type Steps = {
  readonly store: Store
  readonly dossier: Dossier
  readonly articleId: string
  readonly statementId: string
  /** Lets the record's clock stand at noon of a day. */
  readonly on: (day: string) => void
}

/** A record with a dossier that was published at noon of 1 March, and a clock that can be set. */
async function withDossier(open: OpenEmpty, work: (steps: Steps) => Promise<void>): Promise<void> {
  let now = NOON
  await withStore(
    open,
    async (store) => {
      const { articleId } = await store.addCoverage(coverageOf(LEE))
      const statementId = (await store.article(articleId))?.statementRecords[0]?.id ?? ''
      const dossier = smallDossier([saying(articleId, statementId)])
      await store.dossiers.take(taken(dossier))
      const on = (day: string) => {
        now = dayAt(day)
      }
      await work({ store, dossier, articleId, statementId, on })
    },
    { now: () => now },
  )
}

export function moveRules(open: OpenEmpty): void {
  test('what was accepted and published, what the calendar brings, each with whom it is about', () =>
    withDossier(open, async ({ store, statementId }) => {
      const moves = await store.publicRecord.moved(ALL)
      expect(await told(store)).toEqual(['03-01 report.announced', '03-01 statement', '06-30 due', '07-01 overdue'])
      expect(moves[1]).toMatchObject({ moved: { kind: 'statement', id: statementId }, dossiers: ['dam'] })
      const speaker = (await store.publicRecord.statements({ words: null, cursor: null, limit: 1, at: null })).items[0]
      for (const { actors } of moves) expect(actors).toEqual([speaker?.speaker?.id])
    }))

  test('a span holds what was recorded after its beginning, up to its end', () =>
    withDossier(open, async ({ store }) => {
      expect(await told(store, { after: NOON, upTo: dayAt('06-30') })).toEqual(['06-30 due'])
      expect(await told(store, { after: '', upTo: '2026-03-01T11:59:59.999Z' })).toEqual([])
      expect(await told(store, { after: '2026-03-01T11:59:59.999Z', upTo: NOON })).toHaveLength(2)
    }))

  test('a correction is told as one; what is taken back and accepted again, too', () =>
    withDossier(open, async ({ store, dossier, statementId, on }) => {
      const choice = { statementId, by: AT_THE_MACHINE, reason: null, speakerId: null, saidOn: null }
      on('03-02')
      const commitments = dossier.commitments.map((one) => ({
        ...one,
        events: one.events.map((event) => ({ ...event, kind: 'agreed' as const })),
      }))
      await store.dossiers.take(taken({ ...dossier, commitments }))
      on('03-03')
      await store.dossiers.decide({ ...choice, verdict: 'withdrawn' })
      on('03-04')
      await store.dossiers.decide({ ...choice, verdict: 'accepted' })
      expect(await told(store, { ...ALL, after: NOON, upTo: dayAt('06-01') })).toEqual([
        '03-02 report.announced correction',
        '03-03 statement withdrawn',
        '03-04 statement correction',
      ])
    }))

  test('a dossier that is published anew tells nothing again', () =>
    withDossier(open, async ({ store, on }) => {
      const before = await told(store)
      on('03-02')
      await store.dossiers.publish('dam', { isPublished: false, by: AT_THE_MACHINE })
      expect(await told(store, { ...ALL, after: NOON })).toEqual([])
      on('03-03')
      await store.dossiers.publish('dam', { isPublished: true, by: AT_THE_MACHINE })
      expect(await told(store)).toEqual(before)
    }))

  test('of what nobody accepted or published, and of what was removed, nothing is told', () =>
    withDossier(open, async ({ store, articleId, on }) => {
      on('03-02')
      await store.addCoverage(coverageOf('[S:Jun Park] [C:said] [Q:the bridge is closed].'))
      await store.dossiers.take(taken(smallDossier([], { id: 'bridge' }), { publish: false }))
      expect(await told(store, { ...ALL, after: NOON, upTo: dayAt('06-01') })).toEqual([])
      await store.removeArticle({ articleId, reason: 'a court', by: null })
      expect(await told(store)).toEqual([])
    }))
}
