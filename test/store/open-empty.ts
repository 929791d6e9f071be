import type { Clock } from '../../src/record/clock.ts'
import type { ListQuery, Page } from '../../src/record/page.ts'
import type { Store } from '../../src/record/store.ts'

/** Opens an empty record of its own that goes by the clock it is given. */
export type OpenEmpty = (clock: Clock) => Promise<Store>

export const NOON = '2026-03-01T12:00:00.000Z'

/** A clock that stands still. */
export const noon: Clock = { now: () => NOON }

/** Runs `work` on an empty record, and closes it. */
export async function withStore<T>(open: OpenEmpty, work: (store: Store) => Promise<T>, clock = noon): Promise<T> {
  const store = await open(clock)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** The first page of a list, as long as it may be. */
export const EVERYTHING: ListQuery = { words: null, cursor: null, limit: 200 }

/** Follows `next` to the end. */
export async function pagesOf<T>(page: (cursor: string | null) => Promise<Page<T>>): Promise<readonly Page<T>[]> {
  const pages: Page<T>[] = []
  let cursor: string | null = null
  do {
    const next: Page<T> = await page(cursor)
    pages.push(next)
    cursor = next.next
  } while (cursor !== null)
  return pages
}

/** All that can be asked of a small record, as one value to compare. */
export async function everythingIn(store: Store) {
  const articles = (await store.articles(EVERYTHING)).items
  const speakers = (await store.speakers(EVERYTHING)).items
  return {
    articles: await Promise.all(articles.map(({ id }) => store.article(id))),
    speakers: await Promise.all(speakers.map(({ id }) => store.speaker(id, EVERYTHING))),
  }
}
