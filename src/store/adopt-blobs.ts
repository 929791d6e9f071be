import { type Kysely, sql } from 'kysely'
import type { Archive, PackedRecord } from '../record/archive.ts'
import type { Clock } from '../record/clock.ts'
import type { Id } from '../record/id.ts'
import type { RecordKey } from '../record/keyed-digest.ts'
import { placeOfBlob, writeArchiveRecords } from './archive-records.ts'
import { KnownSpeakersCache } from './known-speakers.ts'
import { captureBody, readingBody, textBody } from './ledger-bodies.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

type Parts = { readonly db: Kysely<Tables>; readonly clock: Clock; readonly archive: Archive; readonly key: RecordKey }

async function hasBytes(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema where name = 'blob_bytes'`.execute(db)
  return rows.length > 0
}

type AdoptedCapture = { readonly captureId: Id; readonly records: readonly PackedRecord[] }

/** The records of every capture of a blob: the first holds it, the others say that they brought the same. */
async function packAll({ db, clock, archive }: Parts, sha256: string, bytes: Uint8Array) {
  const rows = await db.selectFrom('captures').selectAll().where('sha256', '=', sha256).orderBy('id').execute()
  const packed: AdoptedCapture[] = []
  for (const { id: captureId, url, name, content_type: contentType } of rows) {
    const first = packed[0]?.records.find(({ holdsBlob }) => holdsBlob)
    const options = {
      bytes: first === undefined ? bytes : null,
      now: clock.now(),
      kept: async () => (first?.url ? { id: first.id, url: first.url, date: first.date } : null),
    }
    const capture = { sha256, url, name, contentType, received: null }
    packed.push({ captureId, records: await archive.pack(capture, options) })
  }
  return packed
}

/** Tells the ledger of a blob's text versions and their readings. */
async function tellOfTexts(writer: Writer, sha256: string): Promise<void> {
  const { trx } = writer
  const texts = await trx
    .selectFrom('texts')
    .innerJoin('articles', 'articles.id', 'texts.article_id')
    .select('texts.id')
    .where('articles.sha256', '=', sha256)
    .orderBy('texts.id')
    .execute()
  for (const { id } of texts) {
    await writeLedger(writer, 'text', await textBody(trx, id))
    const readings = await trx.selectFrom('readings').select('id').where('text_id', '=', id).orderBy('id').execute()
    for (const reading of readings) await writeLedger(writer, 'reading', await readingBody(trx, reading.id))
  }
}

/** Nothing that is brought over is new. */
function noId(): never {
  throw new Error('what is brought over keeps its ids')
}

/** Brings one blob over, unless another process has just done so. */
async function adopt(parts: Parts, sha256: string, bytes: Uint8Array): Promise<void> {
  const { db, clock, archive, key } = parts
  const packed = await packAll(parts, sha256, bytes)
  await db.transaction().execute(async (trx) => {
    if ((await placeOfBlob(trx, sha256)) !== null) return
    const writer = { trx, now: clock.now(), archive, key, newId: noId, speakers: new KnownSpeakersCache() }
    for (const { captureId, records } of packed) {
      await writeArchiveRecords(writer, records, { captureId, blob: sha256 })
      await writeLedger(writer, 'capture', await captureBody(trx, captureId))
    }
    await tellOfTexts(writer, sha256)
  })
}

/**
 * The next blob whose bytes are still in the database. In one transaction: another process that has just brought all of
 * them over drops the table between one look at it and the next.
 */
async function nextBlob(db: Parts['db'], after: string) {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      if (!(await hasBytes(trx))) return null
      const row = await trx
        .selectFrom('blob_bytes')
        .selectAll()
        .where('sha256', '>', after)
        .orderBy('sha256')
        .limit(1)
        .executeTakeFirst()
      return row ?? null
    })
}

/** Brings the bytes of blobs that an earlier form kept in the database into the archive. */
export async function adoptBlobs(parts: Parts): Promise<void> {
  const { db } = parts
  if (!(await hasBytes(db))) return
  for (let blob = await nextBlob(db, ''); blob !== null; blob = await nextBlob(db, blob.sha256))
    await adopt(parts, blob.sha256, blob.bytes)
  await sql`drop table if exists blob_bytes`.execute(db)
}
