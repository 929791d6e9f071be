import { type Kysely, sql } from 'kysely'
import type { Archive } from '../record/archive.ts'
import type { Clock } from '../record/clock.ts'
import { placeOfBlob, writeArchiveRecords } from './archive-records.ts'
import { captureBody, readingBody, textBody } from './ledger-bodies.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'

type Parts = { readonly db: Kysely<Tables>; readonly clock: Clock; readonly archive: Archive }

async function hasBytes(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema where name = 'blob_bytes'`.execute(db)
  return rows.length > 0
}

/** Brings one blob over, unless another process has just done so. */
async function adopt({ db, clock, archive }: Parts, sha256: string, bytes: Uint8Array): Promise<void> {
  const now = clock.now()
  const first = await db
    .selectFrom('captures')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const { id: captureId, url, name, content_type: contentType } = first
  const capture = { sha256, url, name, contentType, received: null }
  const records = await archive.pack(capture, { bytes, now, kept: async () => null })
  await db.transaction().execute(async (trx) => {
    if ((await placeOfBlob(trx, sha256)) !== null) return
    const writer = { trx, now, archive, newId: () => captureId }
    await writeArchiveRecords(writer, records, { captureId, blob: sha256 })
    await writeLedger(writer, 'capture', await captureBody(trx, captureId))
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
  })
}

/** Brings the bytes of blobs that an earlier form kept in the database into the archive. */
export async function adoptBlobs(parts: Parts): Promise<void> {
  const { db } = parts
  if (!(await hasBytes(db))) return
  for (let last = ''; ; ) {
    const row = await db
      .selectFrom('blob_bytes')
      .selectAll()
      .where('sha256', '>', last)
      .orderBy('sha256')
      .limit(1)
      .executeTakeFirst()
    if (row === undefined) break
    await adopt(parts, row.sha256, row.bytes)
    last = row.sha256
  }
  await sql`drop table if exists blob_bytes`.execute(db)
}
