import type { Kysely } from 'kysely'
import type { PackedRendering, Place } from '../record/archive.ts'
import type { Id } from '../record/id.ts'
import type { Rendering } from '../record/rendering.ts'
import type { RenderingRecord } from '../record/statement-evidence.ts'
import { StoreError } from '../record/store-error.ts'
import { writeArchiveRecords } from './archive-records.ts'
import { renderingBody } from './ledger-bodies.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

/** Keeps what a browser made of a captured page, and tells of it in the ledger. */
export async function writeRendering(
  writer: Writer,
  { sha256, url, at, browser }: Rendering,
  { records, pictureRecord, pdfRecord }: PackedRendering,
): Promise<Id> {
  const { trx, now, newId } = writer
  const capture = await trx
    .selectFrom('captures')
    .select('id')
    .where('sha256', '=', sha256)
    .where('url', '=', url)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (capture === undefined)
    throw new StoreError('no-such-capture', `nothing was captured at ${url} of which this is a picture; add it first`)
  const id = newId()
  await trx
    .insertInto('renderings')
    .values({
      id,
      capture_id: capture.id,
      at,
      browser,
      picture_record: pictureRecord,
      pdf_record: pdfRecord,
      recorded_at: now,
    })
    .execute()
  await writeArchiveRecords(writer, records, { captureId: capture.id, blob: null, renderingId: id })
  await writeLedger(writer, 'rendering', await renderingBody(trx, id))
  return id
}

async function placeOfRecord(db: Kysely<Tables>, recordId: string): Promise<Place | null> {
  const row = await db
    .selectFrom('archive_records')
    .select(['file', 'start as offset', 'length', 'sha256'])
    .where('record_id', '=', recordId)
    .executeTakeFirst()
  return row ?? null
}

/** The newest rendering of a blob; null where there is none. */
export async function readRendering(db: Kysely<Tables>, sha256: string): Promise<RenderingRecord | null> {
  const row = await db
    .selectFrom('renderings as r')
    .innerJoin('captures as c', 'c.id', 'r.capture_id')
    .select(['r.id', 'r.at', 'r.browser', 'r.picture_record', 'r.pdf_record'])
    .where('c.sha256', '=', sha256)
    .orderBy('r.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, at, browser } = row
  const picture = await placeOfRecord(db, row.picture_record)
  const pdf = await placeOfRecord(db, row.pdf_record)
  return picture === null || pdf === null ? null : { id, at, browser, picture, pdf }
}
