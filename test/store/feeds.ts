import { expect, test } from 'vitest'
import type { EntryCandidate } from '../../src/record/feeds.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf } from '../marked-coverage.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const ADDRESS = 'https://example.org/feed'
const FEED = { address: ADDRESS, title: 'Harbour Post', words: null }

/** Entries by their keys, in words: `a b` has two. */
function entries(...keys: readonly string[]): readonly EntryCandidate[] {
  return keys.map((words) => ({ keys: words.split(' '), addresses: [] }))
}

/** Remembers entries and takes the new ones; says which were new. */
async function look({ feeds }: Store, id: string, ...keys: readonly string[]): Promise<readonly boolean[]> {
  const numbers = await feeds.remember(id, entries(...keys))
  await feeds.taken(numbers.filter((number) => number !== null))
  return numbers.map((number) => number !== null)
}

export function feedRules(open: OpenEmpty): void {
  test('a feed that is followed is due at once, and is the same under any spelling of its address', () =>
    withStore(open, async ({ feeds }) => {
      const { state, id } = await feeds.follow(FEED)
      expect(state).toBe('followed')
      expect(await feeds.followed()).toEqual([
        {
          ...FEED,
          id,
          followedAt: NOON,
          taken: 0,
          etag: null,
          lastModified: null,
          lookedAt: null,
          nextAt: NOON,
          intervalMs: null,
          failures: 0,
          fault: null,
          counts: null,
        },
      ])
      expect(await feeds.due(NOON)).toEqual([{ id, address: ADDRESS }])
      expect(await feeds.due('2026-03-01T11:59:59.999Z')).toEqual([])
      expect(await feeds.follow({ ...FEED, address: 'http://www.example.org/feed/' })).toEqual({ state: 'known', id })
      expect(await feeds.followed()).toHaveLength(1)
    }))

  test('each decision is kept, and the last one holds', () =>
    withStore(open, async ({ feeds }) => {
      const { id } = await feeds.follow(FEED)
      await feeds.update(id, { etag: '"1"', lastModified: 'then', nextAt: '2026-03-02T12:00:00.000Z' })
      expect(await feeds.setWords(id, 'Bachelet')).toBe(true)
      // Its entries are judged anew: it is due, and is fetched whole.
      expect(await feeds.feed(id)).toMatchObject({ words: 'Bachelet', etag: null, lastModified: null, nextAt: NOON })
      expect(await feeds.setWords(id, 'Bachelet')).toBe(true)
      expect(await feeds.stop(id)).toBe(true)
      expect([await feeds.stop(id), await feeds.setWords(id, null)]).toEqual([false, false])
      expect([await feeds.feed(id), await feeds.followed(), await feeds.due(NOON)]).toEqual([null, [], []])
      expect(await feeds.follow(FEED)).toEqual({ state: 'followed', id })
      expect((await feeds.decisions(id)).map(({ deed, words }) => [deed, words])).toEqual([
        ['follow', null],
        ['filter', 'Bachelet'],
        ['stop', 'Bachelet'],
        ['follow', null],
      ])
    }))

  test('the state of a feed comes back as it was set', () =>
    withStore(open, async ({ feeds }) => {
      const { id } = await feeds.follow(FEED)
      const state = {
        address: 'https://example.org/new',
        title: '新疆 🙂',
        etag: 'W/"a"',
        lastModified: 'Tue, 08 Mar 2022 09:30:00 GMT',
        lookedAt: NOON,
        nextAt: null,
        intervalMs: 900_000,
        failures: 2,
        fault: { code: 'not-found', sentence: 'it is gone' },
        counts: { entries: 5, lookedAt: 5, passed: 4, added: 3, empty: 1 },
      } as const
      await feeds.update(id, state)
      expect(await feeds.feed(id)).toMatchObject(state)
      await feeds.update(id, { fault: null })
      expect(await feeds.feed(id)).toMatchObject({ ...state, fault: null })
      // It moved; both addresses are its own.
      expect(await feeds.follow({ ...FEED, address: state.address })).toEqual({ state: 'known', id })
      expect(await feeds.follow(FEED)).toEqual({ state: 'known', id })
    }))

  test('an entry is new once, whichever of its keys change', () =>
    withStore(open, async (store) => {
      const { id } = await store.feeds.follow(FEED)
      expect(await look(store, id, 'a b', 'c', 'b d')).toEqual([true, true, false])
      expect(await look(store, id, 'd e', 'c', 'f')).toEqual([false, false, true])
      expect(await look(store, id, 'e')).toEqual([false])
      expect(await store.feeds.feed(id)).toMatchObject({ taken: 3 })
    }))

  test('an entry that was remembered and not taken is given out again, until it is', () =>
    withStore(open, async ({ feeds }) => {
      const { id } = await feeds.follow(FEED)
      const [first] = await feeds.remember(id, entries('a', 'a'))
      expect(await feeds.remember(id, entries('a b'))).toEqual([first])
      await feeds.taken([first ?? 0])
      expect(await feeds.remember(id, entries('a', 'b'))).toEqual([null, null])
    }))

  test('an entry of two feeds is one', () =>
    withStore(open, async (store) => {
      const one = await store.feeds.follow(FEED)
      const other = await store.feeds.follow({ ...FEED, address: 'https://example.com/feed' })
      expect(await look(store, one.id, 'link one')).toEqual([true])
      expect(await look(store, other.id, 'link other')).toEqual([false])
    }))

  test('an entry that never keeps a name does not fill the disk', () =>
    withStore(open, async (store) => {
      const { id } = await store.feeds.follow(FEED)
      for (let at = 0; at < 60; at += 1) await look(store, id, `same new-${at}`)
      // Beyond the bound its keys are no longer learned.
      expect(await look(store, id, 'new-1', 'new-59')).toEqual([false, true])
    }))

  test('what is in the record under its address is no new entry', () =>
    withStore(open, async (store) => {
      const url = 'https://example.org/a'
      await store.addCoverage(coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]', { url }))
      const { id } = await store.feeds.follow(FEED)
      const candidates = [
        { keys: ['a'], addresses: [url, 'https://example.org/a/'] },
        { keys: ['b'], addresses: ['https://example.org/b'] },
      ]
      expect((await store.feeds.remember(id, candidates)).map((number) => number !== null)).toEqual([false, true])
    }))
}
