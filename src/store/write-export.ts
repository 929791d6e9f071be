import type { MadeExport } from '../record/exports.ts'
import { exportBody } from './ledger-bodies.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

/** Keeps that an export was made. */
export async function writeExport(
  writer: Writer,
  { sha256, bytes, key, records, selection }: MadeExport,
): Promise<void> {
  const { trx, now, newId } = writer
  const id = newId()
  const { articles, isEverything } = selection
  await trx
    .insertInto('exports')
    .values({
      id,
      sha256,
      bytes,
      key,
      articles: isEverything ? null : JSON.stringify(articles),
      article_count: articles.length,
      record_count: records,
      recorded_at: now,
    })
    .execute()
  await writeLedger(writer, 'export', await exportBody(trx, id))
}
