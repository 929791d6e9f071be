/**
 * The tables. A row of the record is never changed or removed (a trigger refuses it, unless `removed_things` names it): what is newer is another row
 * that says which one it `supersedes`. Tables called `current_…` and `…_words` are derived from it and may be; so may
 * those that say of themselves that they are not of the record.
 * Times are UTC in ISO 8601 with milliseconds; `seq` counts up in the order of adding.
 */
import type { Generated } from 'kysely'
import type { AccountDeed } from '../record/accounts/account.ts'
import type { Role } from '../record/accounts/role.ts'
import type { SignInWay } from '../record/accounts/session.ts'
import type { LinkKind } from '../record/accounts/sign-in-link.ts'
import type { MatchReason } from '../record/actors/match-speaker.ts'
import type { SpeakerVerdict } from '../record/actors/speaker-proposal.ts'
import type { ThingRow } from '../record/as-of/dossier-at.ts'
import type { Verdict } from '../record/decisions.ts'
import type { DossierPart } from '../record/dossier-removal.ts'
import type { FeedDecision } from '../record/feeds.ts'
import type { ConsentKind, ConsentWay } from '../record/newsletter/consent.ts'
import type { Cadence } from '../record/newsletter/topic.ts'
import type { Via } from '../record/received.ts'
import type { ActorName } from '../record/records.ts'
import type { WatchedGroup } from '../record/watched-groups.ts'
import type { PageDecision } from '../record/watched-pages.ts'

type Recorded = { recorded_at: string }

/** The bytes are in the archive, and can go while their digest and size stay. */
type Blobs = Recorded & { sha256: string; size: number }
/** Only in a record of an earlier form, until it is opened. */
type BlobBytes = { sha256: string; bytes: Uint8Array }

/**
 * `url` is null for a file or a paste: its one row keeps the name it came under. From `via` on the columns are those
 * of `Received`, all null where it is not known how the bytes were received; `headers` is JSON.
 */
type Captures = Recorded & {
  id: string
  sha256: string
  url: string | null
  name: string
  content_type: string | null
  via: Via | null
  asked_url: string | null
  received_at: string | null
  status: number | null
  headers: string | null
  address: string | null
  archive_record: string | null
}

/** `sha256` is of the bytes that were read first; `text_blobs` has those of every text. */
type Articles = Recorded & { seq: Generated<number>; id: string; sha256: string }

/**
 * One extraction: a text version, and the headline and all that was found with it. One that was captured before the
 * text that stands, and came into the record after it, supersedes none.
 */
type Texts = Recorded & {
  id: string
  article_id: string
  supersedes: string | null
  headline: string | null
  byline: string | null
  outlet: string | null
  published: string | null
  language: string | null
  url: string | null
  text: string
}

/** Which bytes were read as a text: the first of them made it, in the others it stands again. */
type TextBlobs = Recorded & { seq: Generated<number>; id: string; sha256: string; text_id: string }

/** When the words of a transcript were said: `codes` is the JSON of its `TimeCode`s. Other texts have no row. */
type TextTimes = Recorded & { text_id: string; codes: string }

/** `names` is the JSON of its `NameMention`s. */
type Readings = Recorded & {
  id: string
  text_id: string
  supersedes: string | null
  reader_name: string
  reader_version: string
  names: string
}

/** A statement's identity, on which decisions hang. */
type Statements = Recorded & { id: string; article_id: string }

/**
 * What one reading says of one statement: at which place in the text's order and in which words it found it (`found`:
 * the JSON of a `Statement`), or, all null, that it no longer reads it. `supersedes` is the reading that spoke of it last.
 */
type StatementReadings = Recorded & {
  statement_id: string
  reading_id: string
  supersedes: string | null
  position: number | null
  found: string | null
  speaker_id: string | null
}

type Actors = Recorded & { seq: Generated<number>; id: string }

/** `reading_id` is of the reading that brought the name, `decision_id` of the decision where a person did. */
type Names = Recorded & {
  id: string
  reading_id: string | null
  decision_id: string | null
  actor_id: string
  supersedes: string | null
  name: string
  normalised: string
  language: string | null
  script: string
  kind: ActorName['kind']
}

/** `body` is JSON in the canonical form of RFC 8785. */
type Ledger = { seq: number; at: string; kind: string; body: string; previous: string; hash: string }

/** A time stamp over the entry of the ledger at `seq`, whose hash was `hash`. */
type TimeStamps = Recorded & {
  id: string
  seq: number
  hash: string
  authority: string
  request: Uint8Array
  answer: Uint8Array
}

type Removals = Recorded & { id: string; article_id: string; reason: string; removed_by: string | null }
/** What went with a removal: `id` is a digest for a blob, a WARC record's own id for a record. */
type RemovedThings = { kind: string; id: string; removal_id: string }
/** What was removed of a dossier; `part_id` is null for the whole. */
type DossierRemovals = Recorded & {
  seq: Generated<number>
  id: string
  dossier_id: string
  part_id: string | null
  extent: DossierPart['extent']
  reason: string
  removed_by: string | null
}
/** What holds nothing of it any more: rows of dossiers, and decisions that brought some of it. */
type EmptiedThings = { kind: 'dossier-row' | 'decision'; id: string; removal_id: string }
/** Not of the record: as `RemovalsUnderWay`. */
type DossierRemovalsUnderWay = { removal_id: string }

/** Not of the record: removals whose words may still be in the files. */
type RemovalsUnderWay = { removal_id: string }

/**
 * Where a record of a capture lies; `capture_id` is null for a file's first record, `blob` for one that holds none, and
 * `rendering_id` for all but those of a rendering.
 */
export type ArchiveRecords = Recorded & {
  file: string
  /** Of the gzip member, in bytes, as `length` is. */
  start: number
  length: number
  sha256: string
  type: string
  record_id: string
  url: string | null
  date: string
  payload_digest: string | null
  capture_id: string | null
  blob: string | null
  rendering_id: string | null
}

/** `at` is when the picture was taken; the two records are named by their ids. */
type Renderings = Recorded & {
  id: string
  capture_id: string
  at: string
  browser: string
  picture_record: string
  pdf_record: string
}

/** What left the record as a file; `articles` is the JSON of their ids, or null for all there were. */
type ExportRows = Recorded & {
  id: string
  sha256: string
  bytes: number
  key: string
  articles: string | null
  article_count: number
  record_count: number
}

/** Derived: the newest text and reading of an article, and how many statements that reading found. */
type CurrentArticles = { seq: number; article_id: string; text_id: string; reading_id: string; statements: number }

/** Derived: the reading that spoke of a statement last, the one that found it last (`found_in`), and where it stands. */
type CurrentStatements = {
  statement_id: string
  article_seq: number
  reading_id: string
  found_in: string
  still_read: number
  position: number
  speaker_id: string | null
}

/** Derived: only actors with a statement that is still read. */
type CurrentSpeakers = { seq: number; actor_id: string; statements: number; articles: number }

/** What is followed, by the address under which it was first followed. */
type FeedRows = Recorded & { seq: Generated<number>; id: string; address: string }

/** What a person did about a feed; `words` is the filter from then on. */
type FeedDecisions = Recorded & {
  seq: Generated<number>
  id: string
  feed_id: string
  supersedes: string | null
  deed: FeedDecision['deed']
  words: string | null
}

/** Not of the record: how it stands with a feed. `fault` and `counts` are JSON. Without `next_at` it is not looked at by itself. */
export type FeedStates = {
  feed_id: string
  address: string
  title: string | null
  etag: string | null
  last_modified: string | null
  looked_at: string | null
  next_at: string | null
  interval_ms: number | null
  failures: number
  fault: string | null
  counts: string | null
}

/** Not of the record: an entry of a feed, whether it is on its way to be an article, and how many keys it has. */
type FeedEntries = { seq: Generated<number>; feed_id: string; is_taken: number; keys: number }
type FeedEntryKeys = { key: Uint8Array; entry: number }

/** One act of a person; what it says stands in the tables below. `names`: the JSON of `FileNames`, where a dossier was taken in. */
type Decisions = Recorded & {
  seq: Generated<number>
  id: string
  by_role: Role
  by_account: string | null
  reason: string | null
  dossier_id: string | null
  names: string | null
}

/** What a decision says: in which one, and the row before it about the same. */
type Decided = Recorded & { seq: Generated<number>; id: string; decision_id: string; supersedes: string | null }

/** A row about a part of a dossier; `value` is JSON: see `thing-json.ts`. */
type DossierRows = Decided & {
  dossier_id: string
  thing_id: string
  type: ThingRow['type']
  of_thing: string | null
  how: ThingRow['entry']['kind']
  value: string | null
  reason: string | null
}

type Publications = Decided & { dossier_id: string; is_published: number }

/** `speaker_id` and `said_on` are the person's, null where they are as the machine read them in `reading_id`. */
type StatementDecisions = Decided & {
  statement_id: string
  verdict: Verdict
  reading_id: string
  speaker_id: string | null
  said_on: string | null
  dossier_id: string | null
  undoes: string | null
}

/** What a person says of a statement, by that row's id; `value` is the JSON of `PersonsValues`. */
type StatementValues = { id: string; statement_id: string; added_to: string | null; value: string }

/** A span that a person marked, or marks no more. */
type Passages = Decided & { passage_id: string; text_id: string; start: number; end: number; is_marked: number }

/** Derived: how many statements of an article nobody decided about, and the least confidence of them, in millionths. */
type CurrentReviews = { article_seq: number; undecided: number; confidence: number }

/** `value` is the JSON of an `IdentityDecision`. */
type IdentityDecisions = Omit<Decided, 'supersedes'> & { value: string }

/** Whom the speaker of a reading, taken for `actor_id`, may be; `decision_id` where it was a dossier’s taking in that proposed it. */
type SpeakerProposals = Recorded & {
  seq: Generated<number>
  id: string
  reading_id: string
  decision_id: string | null
  actor_id: string
  may_be: string
  reason: MatchReason
}
type SpeakerProposalDecisions = Omit<Decided, 'supersedes'> & { proposal_id: string; verdict: SpeakerVerdict }
/** Derived: the proposals that wait for a person. */
type CurrentSpeakerProposals = { seq: number; article_seq: number }

/** Derived: the statements whose last decision (`seq`) accepts them, with their speaker as it is known now. */
type CurrentAccepted = { seq: number; statement_id: string; article_seq: number; speaker_id: string | null }

/** A page that is looked at again, and what a person did about it: `because` of a decision about all pages of a feed or a dossier. */
type WatchedPageRows = Recorded & { seq: Generated<number>; id: string; address: string }
type PageDecisions = Recorded & {
  seq: Generated<number>
  id: string
  page_id: string
  supersedes: string | null
  deed: PageDecision['deed']
  because: string | null
}

/** What a person did about all pages of a feed or a dossier. */
type WatchDecisions = Recorded & {
  seq: Generated<number>
  id: string
  kind: WatchedGroup['kind']
  thing_id: string
  supersedes: string | null
  deed: PageDecision['deed']
}

/** Keyed digests of the addresses of what was removed, and that a person lets something come from there again. */
type RemovedAddresses = { digest: string; removal_id: string }
type Readmissions = Recorded & { id: string; removal_id: string; reason: string; readmitted_by: string | null }

/** Not of the record: how it stands with such a page. `fault` is JSON. */
export type PageStates = {
  page_id: string
  article_id: string | null
  etag: string | null
  last_modified: string | null
  looked_at: string | null
  next_at: string | null
  failures: number
  fault: string | null
  gone_since: string | null
}

/** Who came to the desk; what tells of the person is in `current_accounts`. */
type AccountRows = Recorded & { seq: Generated<number>; id: string }
/** `person` is a keyed digest of name and address as they were given. */
type AccountDeeds = Recorded & {
  seq: Generated<number>
  id: string
  account_id: string
  supersedes: string | null
  deed: AccountDeed['deed']
  by_account: string | null
  role_before: Role | null
  role_after: Role | null
  person: string | null
  detail: string | null
}
/** `sha256` is of `words`; `terms` is their version. */
type AgreedTexts = Recorded & { sha256: string; terms: number; language: string; words: string }

/** `subject` is a keyed digest, `topics` a JSON list. */
type ConsentActs = Recorded & {
  seq: Generated<number>
  id: string
  kind: ConsentKind
  subject: string
  words: string | null
  form: string | null
  topics: string | null
  cadence: Cadence | null
  asked_at: string | null
  way: ConsentWay
  at: string
}

/** Derived, but for name and address, which stand here alone and go with the account. */
type CurrentAccounts = {
  account_id: string
  role: Role
  name: string | null
  address: string | null
  joined_at: string | null
}
/** Not of the record: what lets people in. `digest` is the SHA-256 of a token, which is not kept. */
type SignInLinks = { digest: string; kind: LinkKind; account_id: string | null; over_at: string }
type SignInSessions = {
  id: string
  digest: string
  account_id: string
  way: SignInWay
  made_at: string
  used_at: string
  seen_from: string | null
  browser: string | null
}
type SignInPasskeys = {
  id: string
  account_id: string
  name: string
  public_key: Uint8Array
  counter: number
  made_at: string
  used_at: string | null
}

/** Derived: see `ArchivePlace`. */
type CurrentArchives = { identity: string; part: number; at: number; skip: number }

export type Tables = {
  blobs: Blobs
  blob_bytes: BlobBytes
  captures: Captures
  articles: Articles
  texts: Texts
  text_blobs: TextBlobs
  text_times: TextTimes
  readings: Readings
  statements: Statements
  statement_readings: StatementReadings
  actors: Actors
  names: Names
  ledger: Ledger
  feeds: FeedRows
  feed_decisions: FeedDecisions
  feed_states: FeedStates
  feed_entries: FeedEntries
  feed_entry_keys: FeedEntryKeys
  archive_records: ArchiveRecords
  renderings: Renderings
  time_stamps: TimeStamps
  decisions: Decisions
  dossier_rows: DossierRows
  publications: Publications
  statement_decisions: StatementDecisions
  statement_values: StatementValues
  passages: Passages
  identity_decisions: IdentityDecisions
  speaker_proposals: SpeakerProposals
  current_speaker_proposals: CurrentSpeakerProposals
  speaker_proposal_decisions: SpeakerProposalDecisions
  current_accepted: CurrentAccepted
  exports: ExportRows
  removals: Removals
  removed_things: RemovedThings
  removals_under_way: RemovalsUnderWay
  dossier_removals: DossierRemovals
  emptied_things: EmptiedThings
  dossier_removals_under_way: DossierRemovalsUnderWay
  watched_pages: WatchedPageRows
  page_decisions: PageDecisions
  watch_decisions: WatchDecisions
  removed_addresses: RemovedAddresses
  readmissions: Readmissions
  page_states: PageStates
  accounts: AccountRows
  account_deeds: AccountDeeds
  agreed_texts: AgreedTexts
  consent_acts: ConsentActs
  current_accounts: CurrentAccounts
  sign_in_links: SignInLinks
  sign_in_sessions: SignInSessions
  sign_in_passkeys: SignInPasskeys
  current_archives: CurrentArchives
  current_articles: CurrentArticles
  current_statements: CurrentStatements
  current_speakers: CurrentSpeakers
  current_reviews: CurrentReviews
}
