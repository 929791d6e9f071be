import type { Reading } from '../reading/statement.ts'
import type { Accounts } from './accounts/accounts.ts'
import type { ArchivePlace } from './archive-place.ts'
import type { Capture, Coverage } from './coverage.ts'
import type { Dossiers } from './dossiers.ts'
import type { Evidence } from './evidence.ts'
import type { Exports } from './exports.ts'
import type { Feeds } from './feeds.ts'
import type { Id } from './id.ts'
import type { LedgerHead } from './ledger.ts'
import type { Consents } from './newsletter/consents.ts'
import type { ListQuery, Page } from './page.ts'
import type { PublicRecord } from './public-record.ts'
import type { ActorSummary, ArticleRecord, ArticleSummary, PlacedStatement } from './records.ts'
import type { ReadmissionAsked, Removal, RemovalAsked, RemovalExtent } from './removal.ts'
import type { Rendering } from './rendering.ts'
import type { Reviews } from './review/reviews.ts'
import type { ReadVersion, TextVersion } from './text-versions.ts'
import type { TimeStamp } from './time-stamps.ts'
import type { WatchedGroups } from './watched-groups.ts'
import type { WatchedPages } from './watched-pages.ts'

/**
 * The record at rest. Every write is one transaction and adds rows; nothing is overwritten. What cannot be done is
 * a `StoreError` with a sentence, and then nothing was written.
 * `store/` implements it; `test/store-conformance.ts` says what every engine owes.
 */
export interface Store {
  /** Who may come to the desk. */
  readonly accounts: Accounts
  /** Dossiers and decisions, as those who make them see them. */
  readonly dossiers: Dossiers
  /** What persons decide about statements. */
  readonly reviews: Reviews
  /** What anybody may see, and nothing besides: all that public pages get. */
  readonly publicRecord: PublicRecord
  /** What people agreed to when they signed up for the newsletter, and took back. */
  readonly consents: Consents
  /** The feeds that are followed. */
  readonly feeds: Feeds
  /** The pages that are looked at again every day. */
  readonly pages: WatchedPages
  /** Feeds and dossiers all of whose pages are looked at again. */
  readonly groups: WatchedGroups
  /**
   * Adds bytes, capture, article, text version, reading, statements and actors at once.
   * The same bytes again without a URL change nothing ("known"); with one they are a new
   * capture of the same blob, unless they are an archive's record that was taken in before.
   * Other bytes at the URL of an article are a capture of that article; where its text changed, there is a new text
   * version ("changed"), which stands unless it was captured earlier than the one that does.
   */
  addCoverage(coverage: Coverage): Promise<{ readonly state: 'added' | 'known' | 'changed'; readonly articleId: Id }>
  /**
   * Adds a capture of bytes that are there already, so that they need not be read again; for a file or a paste, and for
   * an archive's record that was taken in before, there is nothing to add.
   *
   * @returns their article, or null where the bytes are not there, and then nothing was added
   */
  addCapture(capture: Capture): Promise<ArticleSummary | null>
  /**
   * Keeps a page that was captured as a browser showed it.
   *
   * @throws StoreError `no-such-capture` where these bytes were never captured at that address
   */
  addRendering(rendering: Rendering): Promise<Id>
  /** The SHA-256 of what a record of an archive gave that was captured at that address and time, or null. */
  blobCaptured(url: string, at: string): Promise<string | null>
  /** Up to where an archive is in the record, by what tells it from others; null where it was read to its end, or never. */
  archivePlace(identity: string): Promise<ArchivePlace | null>
  /** Keeps up to where an archive is in the record; null once it was read to its end. */
  keepArchivePlace(identity: string, place: ArchivePlace | null): Promise<void>
  /** Adds a later reading of a text; statements found again keep their ids. */
  addReading(
    textId: Id,
    reading: Reading,
  ): Promise<{ readonly readingId: Id; readonly kept: number; readonly added: number; readonly gone: number }>
  /** Newest first; with words, every article whose headline, byline, outlet or text holds all of them. */
  articles(query: ListQuery): Promise<Page<ArticleSummary>>
  article(id: Id): Promise<ArticleRecord | null>
  /** The article that was captured first at one of these addresses, asked for or arrived at. */
  articleAt(addresses: readonly string[]): Promise<ArticleSummary | null>
  /** The texts that an article had, as they were captured, the first one first; none for an article that is not there. */
  versions(articleId: Id): Promise<readonly TextVersion[]>
  /** One of them whole; null where the article has none of this id. */
  version(articleId: Id, textId: Id): Promise<ReadVersion | null>
  blob(sha256: string): Promise<Uint8Array | null>
  /** By number of statements, most first. */
  speakers(query: ListQuery): Promise<Page<ActorSummary>>
  speaker(
    id: Id,
    query: ListQuery,
  ): Promise<{ readonly actor: ActorSummary; readonly statements: Page<PlacedStatement> } | null>
  /** How much goes with an article that is removed; null where there is none, or it was removed before. */
  removalExtent(articleId: Id): Promise<RemovalExtent | null>
  /**
   * Removes an article: its bytes, words and names go, out of every file; digests, day and reason stay.
   *
   * @returns false where there is none, or it was removed before
   * @throws StoreError where a file cannot be written: what is in the database is gone then, the rest goes when the
   * record is opened again
   */
  removeArticle(asked: RemovalAsked): Promise<boolean>
  /** The last removal of what stood at an address, which nothing is added from since; null where there is none that holds. */
  removedAt(address: string): Promise<Removal | null>
  /** Lets articles be added again from the addresses of what was removed. False where nothing holds them back. */
  readmit(asked: ReadmissionAsked): Promise<boolean>
  /** That an article was removed, and why; null where it was not. */
  removal(articleId: Id): Promise<Removal | null>
  /** Keeps a time stamp that was checked. @returns the entry of the ledger that tells of it */
  addTimeStamp(stamp: TimeStamp): Promise<LedgerHead>
  /** For checking what is stored against the ledger and the archive. */
  readonly evidence: Evidence
  /** What leaves the record as a file. */
  readonly exports: Exports
  close(): Promise<void>
}
