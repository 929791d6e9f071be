import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import type { Reading } from '../reading/statement.ts'
import type { Accounts } from '../record/accounts/accounts.ts'
import type { Archive, PackedRecord } from '../record/archive.ts'
import type { ArchivePlace } from '../record/archive-place.ts'
import { assertClean } from '../record/clean.ts'
import type { Clock } from '../record/clock.ts'
import type { Capture, Coverage } from '../record/coverage.ts'
import type { Dossiers } from '../record/dossiers.ts'
import type { Evidence } from '../record/evidence.ts'
import type { Exports } from '../record/exports.ts'
import type { Feeds } from '../record/feeds.ts'
import type { Id } from '../record/id.ts'
import type { RecordKey } from '../record/keyed-digest.ts'
import type { Consents } from '../record/newsletter/consents.ts'
import type { ListQuery } from '../record/page.ts'
import type { PublicRecord } from '../record/public-record.ts'
import type { ReadmissionAsked, RemovalAsked } from '../record/removal.ts'
import type { Rendering } from '../record/rendering.ts'
import type { Reviews } from '../record/review/reviews.ts'
import type { Store } from '../record/store.ts'
import { StoreError } from '../record/store-error.ts'
import type { TimeStamp } from '../record/time-stamps.ts'
import type { WatchedGroups } from '../record/watched-groups.ts'
import type { WatchedPages } from '../record/watched-pages.ts'
import { naming } from '../sqlite/sqlite-errors.ts'
import type { Access } from './access.ts'
import { blobCaptured, readPlace, writePlace } from './archive-places.ts'
import { keptRecord, placeOfBlob } from './archive-records.ts'
import { articleAt } from './article-at.ts'
import { DossierCache } from './dossier-cache.ts'
import { emptyDatabase, finishRemovals } from './finish-removals.ts'
import { KnownSpeakersCache } from './known-speakers.ts'
import { listArticles, summaryOfBlob } from './list-articles.ts'
import { listSpeakers } from './list-speakers.ts'
import { notingArchive } from './noting-archive.ts'
import { readArticleRecord } from './read-article.ts'
import { readEvidence } from './read-evidence.ts'
import { assertNotRemoved, readRemoval } from './read-removal.ts'
import { readSpeaker } from './read-speaker.ts'
import { readVersion, readVersions } from './read-versions.ts'
import { removeArticle } from './remove-article.ts'
import { readmit, removedAt } from './removed-addresses.ts'
import { extentOf } from './removed-things.ts'
import { writeRendering } from './renderings.ts'
import { SqliteAccounts } from './sqlite-accounts.ts'
import { sqliteConsents } from './sqlite-consents.ts'
import { SqliteDossiers } from './sqlite-dossiers.ts'
import { sqliteExports } from './sqlite-exports.ts'
import { SqliteFeeds } from './sqlite-feeds.ts'
import { sqliteGroups } from './sqlite-groups.ts'
import { SqlitePages } from './sqlite-pages.ts'
import { SqlitePublicRecord } from './sqlite-public-record.ts'
import { sqliteReviews } from './sqlite-reviews.ts'
import type { Tables } from './tables.ts'
import { writeTimeStamp } from './time-stamps.ts'
import { captureOfKnown, isNewCapture } from './write-capture.ts'
import { assertDigest, writeCoverage } from './write-coverage.ts'
import { writeReading } from './write-reading.ts'
import type { Writer } from './writer.ts'

export type SqliteStoreParts = {
  readonly database: DatabaseSync
  /** Over `database`. */
  readonly db: Kysely<Tables>
  readonly clock: Clock
  readonly newId: (now: string) => Id
  /** Closed with the store. */
  readonly archive: Archive
  readonly key: RecordKey
  /** As sentences name it. */
  readonly path: string
}

/** The record in one SQLite file. Each call is one transaction, so that what it gives back belongs together. */
export class SqliteStore implements Store {
  readonly accounts: Accounts
  readonly feeds: Feeds
  readonly pages: WatchedPages
  readonly groups: WatchedGroups
  readonly dossiers: Dossiers
  readonly publicRecord: PublicRecord
  readonly reviews: Reviews
  readonly exports: Exports
  readonly consents: Consents
  readonly #parts: SqliteStoreParts
  readonly #speakers = new KnownSpeakersCache()

  readonly evidence: Evidence

  constructor(parts: SqliteStoreParts) {
    this.#parts = parts
    this.evidence = readEvidence((query) => this.#read(query), parts)
    const access: Access = {
      read: (read) => this.#read(read),
      write: (write) => this.#write(write),
      now: () => parts.clock.now(),
    }
    this.accounts = new SqliteAccounts(access, async () => emptyDatabase(parts.database))
    this.feeds = new SqliteFeeds(access)
    this.pages = new SqlitePages(access)
    this.groups = sqliteGroups(access)
    const cache = new DossierCache()
    this.dossiers = new SqliteDossiers(access, cache, () => naming(parts.path, () => finishRemovals(parts)))
    this.reviews = sqliteReviews(access, cache)
    this.publicRecord = new SqlitePublicRecord(access, cache, parts.archive)
    this.exports = sqliteExports(access)
    this.consents = sqliteConsents(access, parts.key)
  }

  async addCoverage(coverage: Coverage) {
    assertClean(coverage)
    assertDigest(coverage)
    const records = await this.#pack(coverage, coverage.bytes)
    return this.#write(async (writer) => {
      await assertNotRemoved({ db: writer.trx, key: writer.key }, coverage)
      return writeCoverage(writer, coverage, records)
    })
  }

  async addCapture(capture: Capture) {
    assertClean(capture)
    const known = await this.#read(async (db) => {
      await assertNotRemoved({ db, key: this.#parts.key }, capture)
      return summaryOfBlob(db, capture.sha256)
    })
    if (known === null || !isNewCapture(capture)) return known
    const records = await this.#pack(capture, null)
    return this.#write(async (writer) => {
      await assertNotRemoved({ db: writer.trx, key: writer.key }, capture)
      return captureOfKnown(writer, { capture, records })
    })
  }

  async addRendering(rendering: Rendering) {
    assertClean({ url: rendering.url, browser: rendering.browser })
    const packed = await this.#parts.archive.packRendering(rendering)
    return this.#write((writer) => writeRendering(writer, rendering, packed))
  }

  async blobCaptured(url: string, at: string) {
    return this.#read((db) => blobCaptured(db, url, at))
  }

  async archivePlace(identity: string) {
    return this.#read((db) => readPlace(db, identity))
  }

  async keepArchivePlace(identity: string, place: ArchivePlace | null) {
    return this.#write(({ trx }) => writePlace(trx, identity, place))
  }

  async addReading(textId: Id, reading: Reading) {
    assertClean(reading)
    return this.#write(async (writer) => {
      const text = await writer.trx
        .selectFrom('current_articles')
        .select(['seq as articleSeq', 'article_id as articleId', 'text_id as textId', 'reading_id as supersedes'])
        .where('text_id', '=', textId)
        .executeTakeFirst()
      if (text === undefined)
        throw new StoreError('no-such-text', `${textId} is the newest text of no article; read the article again`)
      return writeReading(writer, text, { reading, supersedes: text.supersedes })
    })
  }

  async articleAt(addresses: readonly string[]) {
    return this.#read((db) => articleAt(db, addresses))
  }

  async removalExtent(articleId: Id) {
    return this.#read((db) => extentOf(db, articleId))
  }

  async removeArticle(asked: RemovalAsked) {
    assertClean(asked)
    const isDone = await this.#write((writer) => removeArticle(writer, asked))
    const { path } = this.#parts
    if (isDone) await naming(path, () => finishRemovals(this.#parts))
    return isDone
  }

  async removal(articleId: Id) {
    return this.#read((db) => readRemoval(db, articleId))
  }

  async removedAt(address: string) {
    return this.#read((db) => removedAt(db, this.#parts.key, address))
  }

  async readmit(asked: ReadmissionAsked) {
    assertClean(asked)
    return this.#write((writer) => readmit(writer, asked))
  }

  async addTimeStamp(stamp: TimeStamp) {
    return this.#write((writer) => writeTimeStamp(writer, stamp))
  }

  async articles(query: ListQuery) {
    return this.#read((db) => listArticles(db, query))
  }

  async article(id: Id) {
    return this.#read((db) => readArticleRecord(db, id))
  }

  async versions(articleId: Id) {
    return this.#read((db) => readVersions(db, articleId))
  }

  async version(articleId: Id, textId: Id) {
    return this.#read((db) => readVersion(db, articleId, textId))
  }

  async blob(sha256: string) {
    const place = await this.#read((db) => placeOfBlob(db, sha256))
    return place === null ? null : this.#parts.archive.blob(place)
  }

  async speakers(query: ListQuery) {
    return this.#read((db) => listSpeakers(db, query))
  }

  async speaker(id: Id, query: ListQuery) {
    return this.#read((db) => readSpeaker(db, id, query))
  }

  async close() {
    const { db, database, archive } = this.#parts
    await archive.close()
    await db.destroy()
    // Kysely leaves a database open that was never asked anything.
    if (database.isOpen) database.close()
  }

  /** Before the transaction, so that no other process waits for the packing. */
  #pack(capture: Capture, bytes: Uint8Array | null): Promise<readonly PackedRecord[]> {
    const { archive, clock } = this.#parts
    return archive.pack(capture, {
      bytes,
      now: clock.now(),
      kept: (digest) => this.#read((db) => keptRecord(db, digest)),
    })
  }

  #read<T>(read: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const { db, path } = this.#parts
    return naming(path, () => db.transaction().setAccessMode('read only').execute(read))
  }

  #write<T>(write: (writer: Writer) => Promise<T>): Promise<T> {
    const { db, clock, newId, archive, key, path } = this.#parts
    return naming(path, async () => {
      const noting = notingArchive(archive)
      const result = await db.transaction().execute((trx) => {
        const now = clock.now()
        return write({ trx, now, newId: () => newId(now), archive: noting.archive, key, speakers: this.#speakers })
      })
      const end = noting.end()
      if (end !== null) await archive.keep(end)
      return result
    })
  }
}
