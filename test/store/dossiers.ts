import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotedIn, withQuoted } from '../../src/record/dossier/with-quoted.ts'
import type { Store } from '../../src/record/store.ts'
import { anyDossierFile } from '../any-dossier.ts'
import { coverageOf } from '../marked-coverage.ts'
import { saying, smallDossier, taken } from '../small-dossier.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const NOW = { at: null, on: null }
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
      expect(shown.decision).toMatchObject({ verdict: 'accepted', by: 'editor', dossierId: 'dam', recordedAt: NOON })
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
}
