import { type Kysely, sql } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import type { KeptBytes, StatementEvidence } from '../record/statement-evidence.ts'
import { summariesOf } from './list-articles.ts'
import { statementOf, statementRows } from './read-article.ts'
import { readCapture } from './read-captures.ts'
import { entryOf } from './read-ledger.ts'
import { placed } from './read-speaker.ts'
import { readRendering } from './renderings.ts'
import type { Tables } from './tables.ts'

/** What the ledger says of a capture; an index of the same words finds it. */
async function entryOfCapture(db: Kysely<Tables>, captureId: Id): Promise<LedgerEntry | null> {
  const row = await db
    .selectFrom('ledger')
    .selectAll()
    .where('kind', '=', sql.lit('capture'))
    .where(sql`case when json_valid(body) then json_extract(body, '$.capture') end`, '=', captureId)
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : entryOf(row)
}

/** The bytes that a text was read in first. */
export async function keptBytes(db: Kysely<Tables>, textId: Id): Promise<KeptBytes | null> {
  const row = await db
    .selectFrom('text_blobs as t')
    .innerJoin('blobs as b', 'b.sha256', 't.sha256')
    .innerJoin('archive_records as r', 'r.blob', 't.sha256')
    .select(['b.sha256 as blob', 'b.size', 'r.file', 'r.start as offset', 'r.length', 'r.sha256'])
    .select(['r.record_id', 'r.capture_id'])
    .where('t.text_id', '=', textId)
    .orderBy('t.seq')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || row.capture_id === null) return null
  const { blob, size, file, offset, length, sha256, record_id: recordId, capture_id: captureId } = row
  const capture = await readCapture(db, captureId)
  if (capture === null) return null
  const place = { file, offset, length, sha256 }
  const [rendering, entry] = [await readRendering(db, blob), await entryOfCapture(db, captureId)]
  return { capture, sha256: blob, size, place, recordId, rendering, entry }
}

/** A statement with the bytes that it stands in, or null. */
export async function readStatementEvidence(db: Kysely<Tables>, id: Id): Promise<StatementEvidence | null> {
  const row = await statementRows(db)
    .innerJoin('readings as g', 'g.id', 'c.found_in')
    .innerJoin('texts as t', 't.id', 'g.text_id')
    .select(['t.id as text_id', 't.text'])
    .where('c.statement_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const article = (await summariesOf(db, [row.article_seq])).get(row.article_seq)
  if (article === undefined) return null
  const statement = placed(statementOf(row), { article, text: row.text })
  return { ...statement, kept: await keptBytes(db, row.text_id) }
}
