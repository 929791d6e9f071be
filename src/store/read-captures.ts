import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { CaptureRecord } from '../record/records.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

/** A page that a robot looks at each hour is captured thousands of times: no person reads a longer list. */
const SHOWN = 20

function captureRows(db: Kysely<Tables>) {
  return db
    .selectFrom('captures')
    .select(['id', 'url', 'name', 'content_type', 'recorded_at'])
    .select(['via', 'asked_url', 'received_at', 'status', 'address', 'archive_record'])
}

type CaptureRow = Awaited<ReturnType<ReturnType<typeof captureRows>['executeTakeFirstOrThrow']>>

function captureOf(row: CaptureRow): CaptureRecord {
  const { id, url, name, content_type, recorded_at, via, asked_url, received_at, status, address, archive_record } = row
  return {
    id,
    url,
    name,
    contentType: content_type,
    recordedAt: recorded_at,
    received:
      via === null || received_at === null
        ? null
        : { via, askedUrl: asked_url, at: received_at, status, address, recordId: archive_record },
  }
}

/** One capture, or null. */
export async function readCapture(db: Kysely<Tables>, id: Id): Promise<CaptureRecord | null> {
  const row = await captureRows(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : captureOf(row)
}

/** The first captures of an article up to a record time, of whatever bytes, and how many there are. */
export async function readCaptures(
  db: Kysely<Tables>,
  articleId: Id,
  at = FOREVER,
): Promise<{ readonly captures: readonly CaptureRecord[]; readonly captureCount: number }> {
  const blobs = db
    .selectFrom('text_blobs')
    .innerJoin('texts', 'texts.id', 'text_blobs.text_id')
    .select('text_blobs.sha256')
    .where('texts.article_id', '=', articleId)
  const rows = await captureRows(db)
    .where('sha256', 'in', blobs)
    .where('recorded_at', '<=', at)
    .orderBy('id')
    .limit(SHOWN)
    .execute()
  const { count } = await db
    .selectFrom('captures')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sha256', 'in', blobs)
    .where('recorded_at', '<=', at)
    .executeTakeFirstOrThrow()
  return { captures: rows.map(captureOf), captureCount: count }
}
