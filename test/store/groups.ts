import { expect, test } from 'vitest'
import { linkKey } from '../../src/article/feed/link-key.ts'
import { keyOfLink } from '../../src/record/entry-keys.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf } from '../marked-coverage.ts'
import { saying, smallDossier, taken } from '../small-dossier.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const [A, B, C] = ['https://example.org/a', 'https://example.org/b', 'https://example.org/c']
const DAM = { kind: 'dossier', id: 'dam' } as const

async function addAt(store: Store, url: string): Promise<string> {
  const notation = `[S:Mara Lee] [C:said]: [Q:“By the river ${url}.”]`
  return (await store.addCoverage(coverageOf(notation, { url }))).articleId
}

/** A dossier whose evidence stands in articles at these addresses, the others being in the record only. */
async function dossierOn(store: Store, ...urls: readonly string[]): Promise<void> {
  const evidence = []
  for (const url of urls) {
    const articleId = await addAt(store, url)
    evidence.push(saying(articleId, (await store.article(articleId))?.statementRecords[0]?.id ?? null))
  }
  await store.dossiers.take(taken(smallDossier(evidence)))
}

async function watchedIn({ pages }: Store): Promise<readonly string[]> {
  return (await pages.watched()).map(({ address }) => address)
}

export function groupRules(open: OpenEmpty): void {
  test('the pages that a dossier’s evidence stands in are watched, and no longer', () =>
    withStore(open, async (store) => {
      await addAt(store, C)
      await dossierOn(store, A, B)
      expect([await store.groups.watch(DAM), await store.groups.watch(DAM)]).toEqual([true, false])
      expect([await store.groups.gather(), await store.groups.gather()]).toEqual([2, 0])
      expect(await store.pages.due(NOON)).toMatchObject([{ address: A }, { address: B }])
      expect(await store.groups.watched()).toEqual([{ ...DAM, watchedSince: NOON, pages: 2 }])
      expect([await store.groups.stop(DAM), await store.groups.stop(DAM)]).toEqual([true, false])
      expect([await store.groups.gather(), await watchedIn(store), await store.groups.watched()]).toEqual([0, [], []])
    }))

  test('the pages of a feed’s entries are watched, those that come later too', () =>
    withStore(open, async (store) => {
      const { feeds, groups } = store
      const { id } = await feeds.follow({ address: 'https://example.org/feed', title: null, words: null })
      const other = await feeds.follow({ address: 'https://example.org/other', title: null, words: null })
      const entry = (url: string) => ({ keys: [keyOfLink(linkKey(url))], addresses: [] })
      await feeds.remember(id, [entry(A), entry(B)])
      await feeds.remember(other.id, [entry(C)])
      for (const url of [A, C]) await addAt(store, url)
      expect(await groups.watch({ kind: 'feed', id })).toBe(true)
      expect([await groups.gather(), await watchedIn(store)]).toEqual([1, [A]])
      await addAt(store, B)
      expect([await groups.gather(), await watchedIn(store)]).toEqual([1, [A, B]])
    }))

  test('what a person decided about one page goes before what was decided about all', () =>
    withStore(open, async (store) => {
      const { pages, groups } = store
      await dossierOn(store, A, B)
      await pages.watch(A)
      await groups.watch(DAM)
      await groups.gather()
      const [, b] = await pages.watched()
      expect(await pages.stop(b?.id ?? '')).toBe(true)
      expect([await groups.gather(), await watchedIn(store)]).toEqual([0, [A]])
      await groups.stop(DAM)
      expect(await watchedIn(store)).toEqual([A])
    }))
}
