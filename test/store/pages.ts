import { expect, test } from 'vitest'
import type { PageState } from '../../src/record/watched-pages.ts'
import { coverageOf } from '../marked-coverage.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const PAGE = 'https://example.org/a'

export function pageRules(open: OpenEmpty): void {
  test('a page that is watched is due at once, and watched once', () =>
    withStore(open, async ({ pages }) => {
      const { id } = await pages.watch(PAGE)
      expect(await pages.watch(PAGE)).toEqual({ state: 'known', id })
      expect(await pages.due(NOON)).toMatchObject([{ id, address: PAGE, watchedSince: NOON, articleId: null }])
    }))

  test('each decision is kept, and the last one holds', () =>
    withStore(open, async ({ pages }) => {
      const { id } = await pages.watch(PAGE)
      expect(await pages.stop(id)).toBe(true)
      expect(await pages.stop(id)).toBe(false)
      expect([await pages.watched(), await pages.due(NOON), await pages.page(id)]).toEqual([[], [], null])
      expect(await pages.watch(PAGE)).toEqual({ state: 'watched', id })
      expect((await pages.decisions(id)).map(({ deed }) => deed)).toEqual(['watch', 'stop', 'watch'])
    }))

  test('the state of a page comes back as it was set, and by its article', () =>
    withStore(open, async (store) => {
      const { pages } = store
      const { articleId } = await store.addCoverage(coverageOf('Rain.'))
      const { id } = await pages.watch(PAGE)
      const state: PageState = {
        articleId,
        etag: '"1"',
        lastModified: 'Sun, 01 Mar 2026 12:00:00 GMT',
        lookedAt: NOON,
        nextAt: '2026-03-02T12:00:00.000Z',
        failures: 2,
        fault: { code: 'gone', sentence: 'it is gone' },
        goneSince: NOON,
      }
      await pages.update(id, state)
      expect(await pages.ofArticle(articleId)).toEqual({ id, address: PAGE, watchedSince: NOON, ...state })
      expect(await pages.due(NOON)).toEqual([])
      await pages.update(id, { fault: null, goneSince: null })
      expect(await pages.page(id)).toMatchObject({ fault: null, goneSince: null, etag: '"1"' })
      expect(await pages.ofArticle('none')).toBeNull()
    }))
}
