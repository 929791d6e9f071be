import type { Kysely, Selectable } from 'kysely'
import type { Id } from '../record/id.ts'
import type { RecordKey } from '../record/keyed-digest.ts'
import type { Json, LedgerEntry } from '../record/ledger.ts'
import { accountDeedBody } from './account-deed-body.ts'
import { consentBody } from './consent-body.ts'
import { decisionBody } from './decision-body.ts'
import { digestOfBytes, digestOfData, digestOfText } from './digests.ts'
import { dossierRemovalBody } from './dossier-removal-body.ts'
import { keyedBody } from './keyed-body.ts'
import { readmissionBody, removalBody } from './removal-body.ts'
import type { ArchiveRecords, Tables } from './tables.ts'
import { pageDecisionBody, watchDecisionBody } from './watch-bodies.ts'

type Db = Kysely<Tables>
type Body = LedgerEntry['body']

/** Records in their order. */
function recordsIn(db: Db) {
  return db.selectFrom('archive_records').selectAll().orderBy('file').orderBy('start')
}

/** What the ledger says of a capture: its blob, the digest of how it was received, and where its records lie. */
export async function captureBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('captures').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: capture, sha256: blob, recorded_at, ...columns } = row
  const kept = await db
    .selectFrom('blobs')
    .select(['size', 'recorded_at'])
    .where('sha256', '=', blob)
    .executeTakeFirst()
  const rows = await recordsIn(db).where('capture_id', '=', id).where('rendering_id', 'is', null).execute()
  const records = rows.map(placeOf)
  const facts = { ...columns, bytesRecordedAt: kept?.recorded_at ?? null, records: rows.map(recordFacts) }
  return { capture, blob, size: kept?.size ?? null, facts: digestOfData(facts), recordedAt: recorded_at, records }
}

/** Which record it is and where it lies, as the ledger says it of each. */
function placeOf({ record_id: id, type, file, start: offset, length, sha256 }: Selectable<ArchiveRecords>) {
  return { id, type, file, offset, length, sha256 }
}

/** What else is known of a record. It may tell of a person, as addresses do. */
function recordFacts({ url, date, payload_digest, blob, recorded_at }: Selectable<ArchiveRecords>) {
  return { url, date, payload_digest, blob, recorded_at }
}

/** What the ledger says of a rendering: of which capture, the digest of how it was made, and where its records lie. */
export async function renderingBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('renderings').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: rendering, capture_id: capture, recorded_at: recordedAt, ...columns } = row
  const rows = await recordsIn(db).where('rendering_id', '=', id).execute()
  const facts = { ...columns, captures: rows.map((record) => record.capture_id), records: rows.map(recordFacts) }
  return { rendering, capture, facts: digestOfData(facts), recordedAt, records: rows.map(placeOf) }
}

/** What the ledger says of a file of the archive: its first record, which is of no capture. */
export async function archiveFileBody(db: Db, file: string): Promise<Body | null> {
  const row = await db
    .selectFrom('archive_records')
    .select(['file', 'record_id as id', 'type', 'date', 'length', 'sha256', 'recorded_at as recordedAt'])
    .where('file', '=', file)
    .where('start', '=', 0)
    .executeTakeFirst()
  return row ?? null
}

/** What the ledger says of a text version: its digest, and that of the headline and all that was found with it. */
export async function textBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('texts').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: text, article_id: article, recorded_at: recordedAt, text: words, ...facts } = row
  const times = await db
    .selectFrom('text_times')
    .select(['codes', 'recorded_at'])
    .where('text_id', '=', id)
    .executeTakeFirst()
  const of = await db
    .selectFrom('articles')
    .select(['seq', 'sha256', 'recorded_at'])
    .where('id', '=', article)
    .executeTakeFirst()
  const first = await db
    .selectFrom('text_blobs')
    .select(['seq', 'id', 'sha256', 'recorded_at'])
    .where('text_id', '=', id)
    .orderBy('seq')
    .executeTakeFirst()
  const found = { ...facts, times: times ?? null, of: of ?? null, first: first ?? null }
  return {
    text,
    article,
    blob: first?.sha256 ?? null,
    sha256: digestOfText(words),
    facts: digestOfData(found),
    recordedAt,
  }
}

/** What the ledger says of bytes in which a text stands that is there already. */
export async function sameTextBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('text_blobs').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined
    ? null
    : { 'same-text': row.id, place: row.seq, blob: row.sha256, text: row.text_id, recordedAt: row.recorded_at }
}

/**
 * What the ledger says of a reading: the digest of its reader, its names, its row for each statement, and the names of
 * speakers that came into the record with it, as they are stored.
 */
export async function readingBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('readings').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: reading, text_id: text, recorded_at: recordedAt, ...head } = row
  const statements = await db
    .selectFrom('statement_readings as r')
    .innerJoin('statements as s', 's.id', 'r.statement_id')
    .select(['r.statement_id', 'r.position', 'r.found', 'r.speaker_id', 'r.supersedes', 'r.recorded_at'])
    .select(['s.article_id', 's.recorded_at as first_recorded_at'])
    .where('r.reading_id', '=', id)
    .orderBy('r.statement_id')
    .execute()
  const speakers = await db
    .selectFrom('names as n')
    .innerJoin('actors as a', 'a.id', 'n.actor_id')
    .selectAll('n')
    .select(['a.seq', 'a.recorded_at as actor_recorded_at'])
    .where('n.reading_id', '=', id)
    .orderBy('n.id')
    .execute()
  const proposals = await db
    .selectFrom('speaker_proposals')
    .select(['seq', 'id', 'reading_id', 'actor_id', 'may_be', 'reason', 'recorded_at'])
    .where('reading_id', '=', id)
    .where('decision_id', 'is', null)
    .orderBy('seq')
    .execute()
  // A reading that proposes nothing is told of as it was before there were proposals.
  const proposed = proposals.length === 0 ? {} : { proposals }
  const brought = speakers.map(({ decision_id: _, ...speaker }) => speaker)
  return { reading, text, sha256: digestOfData({ ...head, statements, speakers: brought, ...proposed }), recordedAt }
}

/** What the ledger says of a time stamp: which entry it covers, who was asked, and the digests of request and answer. */
export async function timeStampBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('time_stamps').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { seq, hash, authority, request, answer, recorded_at: recordedAt } = row
  return {
    'time-stamp': id,
    covers: { seq, hash },
    authority,
    request: digestOfBytes(request),
    answer: digestOfBytes(answer),
    recordedAt,
  }
}

/** A list as it is stored; what was altered so that it is none is told as it stands, for the ledger to disagree with. */
function listIn(stored: string): Json {
  try {
    return JSON.parse(stored) as Json
  } catch {
    return stored
  }
}

/** What the ledger says of an export: the file's digest and size, the key that signs it, and what is in it. */
export async function exportBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('exports').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: made, articles, article_count, record_count, recorded_at: recordedAt, ...file } = row
  const content = { articles: articles === null ? null : listIn(articles) }
  return { export: made, ...file, ...content, articleCount: article_count, recordCount: record_count, recordedAt }
}

/** What the ledger says of a person's decision about a feed: the digest of that, with the feed's first address. */
export async function feedDecisionBody(db: Db, id: Id): Promise<Body | null> {
  const row = await db.selectFrom('feed_decisions').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: decision, recorded_at: recordedAt, ...made } = row
  const feed = await db.selectFrom('feeds').selectAll().where('id', '=', row.feed_id).executeTakeFirst()
  return { 'feed-decision': decision, sha256: digestOfData({ ...made, feed: feed ?? null }), recordedAt }
}

type BodyOf = (db: Db, id: string) => Promise<Body | null>

/** For each kind of entry about something that is stored: the field of its body that names the thing, and what is said of it. */
const BODIES: Readonly<Record<string, readonly [field: string, bodyOf: BodyOf]>> = {
  capture: ['capture', captureBody],
  rendering: ['rendering', renderingBody],
  'archive-file': ['file', archiveFileBody],
  text: ['text', textBody],
  'same-text': ['same-text', sameTextBody],
  reading: ['reading', readingBody],
  'feed-decision': ['feed-decision', feedDecisionBody],
  'page-decision': ['page-decision', pageDecisionBody],
  'watch-decision': ['watch-decision', watchDecisionBody],
  'time-stamp': ['time-stamp', timeStampBody],
  decision: ['decision', decisionBody],
  export: ['export', exportBody],
  'account-deed': ['account-deed', accountDeedBody],
  consent: ['consent', consentBody],
  'consent-withdrawn': ['consent', consentBody],
  erasure: ['consent', consentBody],
  removal: ['removal', removalBody],
  readmission: ['readmission', readmissionBody],
  'dossier-removal': ['dossier-removal', dossierRemovalBody],
}

/** What an entry would say of what is stored now; null where it is not there. */
export async function bodyNow(
  db: Db,
  { kind, body }: LedgerEntry,
  key: RecordKey,
): Promise<Body | 'unknown-kind' | null> {
  const known = Object.hasOwn(BODIES, kind) ? BODIES[kind] : undefined
  if (known === undefined) return 'unknown-kind'
  const [field, bodyOf] = known
  const now = await bodyOf(db, String(body[field]))
  return now && keyedBody(kind, now, key)
}
