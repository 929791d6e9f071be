import { assertClean } from '../record/clean.ts'
import type { EntryCandidate, FeedState, Feeds } from '../record/feeds.ts'
import type { Id } from '../record/id.ts'
import type { Access } from './access.ts'
import { rememberEntries } from './feed-entries.ts'
import { decisionsOf, followedFeeds } from './read-feeds.ts'
import { followFeed, setFeedWords, stopFeed, updateState } from './write-feeds.ts'

/** The feeds that are followed, in the record's own file. */
export class SqliteFeeds implements Feeds {
  readonly #access: Access

  constructor(access: Access) {
    this.#access = access
  }

  async follow(feed: { readonly address: string; readonly title: string | null; readonly words: string | null }) {
    assertClean(feed)
    return this.#access.write((writer) => followFeed(writer, feed))
  }

  async setWords(id: Id, words: string | null) {
    assertClean(words)
    return this.#access.write((writer) => setFeedWords(writer, id, words))
  }

  async stop(id: Id) {
    return this.#access.write((writer) => stopFeed(writer, id))
  }

  async followed() {
    return this.#access.read((db) => followedFeeds(db, null))
  }

  async feed(id: Id) {
    return this.#access.read(async (db) => (await followedFeeds(db, id))[0] ?? null)
  }

  async decisions(id: Id) {
    return this.#access.read((db) => decisionsOf(db, id))
  }

  async due(now: string) {
    return this.#access.read(async (db) => {
      return db
        .selectFrom('feed_states')
        .select(['feed_id as id', 'address'])
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .execute()
    })
  }

  async update(id: Id, state: Partial<FeedState>) {
    assertClean(state)
    await this.#access.write((writer) => updateState(writer, id, state))
  }

  async remember(id: Id, candidates: readonly EntryCandidate[]) {
    return this.#access.write((writer) => rememberEntries(writer, id, candidates))
  }

  async taken(entries: readonly number[]) {
    if (entries.length === 0) return
    await this.#access.write(({ trx }) =>
      trx.updateTable('feed_entries').set({ is_taken: 1 }).where('seq', 'in', entries).execute(),
    )
  }
}
