import type { Kysely } from 'kysely'
import type { ArchiveEnd, KeptRecord, PackedRecord, Place } from '../record/archive.ts'
import type { Id } from '../record/id.ts'
import { archiveFileBody } from './ledger-bodies.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'
import { insertAll, type Writer } from './writer.ts'

/** A record that holds this payload whole. */
export async function keptRecord(db: Kysely<Tables>, payloadDigest: string): Promise<KeptRecord | null> {
  const row = await db
    .selectFrom('archive_records')
    .select(['record_id as id', 'url', 'date'])
    .where('payload_digest', '=', payloadDigest)
    .where('type', 'in', ['response', 'resource'])
    .limit(1)
    .executeTakeFirst()
  return row === undefined || row.url === null ? null : { ...row, url: row.url }
}

/** Where a blob can be read; null where it is not kept. */
export async function placeOfBlob(db: Kysely<Tables>, sha256: string): Promise<Place | null> {
  const row = await db
    .selectFrom('archive_records')
    .select(['file', 'start as offset', 'length', 'sha256'])
    .where('blob', '=', sha256)
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Up to where the newest file of the archive belongs to the record. */
export async function archiveEnd(db: Kysely<Tables>): Promise<ArchiveEnd | null> {
  const row = await db
    .selectFrom('archive_records')
    .select(['file', 'start', 'length'])
    .orderBy('file', 'desc')
    .orderBy('start', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { file: row.file, length: row.start + row.length }
}

/** Appends a capture's records to the archive, and says where they are. A new file's first record has an entry of its own. */
export async function writeArchiveRecords(
  writer: Writer,
  records: readonly PackedRecord[],
  of: { readonly captureId: Id; readonly blob: string | null; readonly renderingId?: Id },
): Promise<void> {
  const { trx, now, archive } = writer
  const placed = await archive.append(records, { end: await archiveEnd(trx), now })
  const rows = placed.map(({ type, id, url, date, payloadDigest, holdsBlob, place }) => ({
    file: place.file,
    start: place.offset,
    length: place.length,
    sha256: place.sha256,
    type,
    record_id: id,
    url,
    date,
    payload_digest: payloadDigest,
    capture_id: type === 'warcinfo' ? null : of.captureId,
    blob: holdsBlob ? of.blob : null,
    recorded_at: now,
    rendering_id: type === 'warcinfo' ? null : (of.renderingId ?? null),
  }))
  await insertAll(rows, (some) => trx.insertInto('archive_records').values(some).execute())
  const [first] = placed
  if (first?.place.offset === 0) await writeLedger(writer, 'archive-file', await archiveFileBody(trx, first.place.file))
}
