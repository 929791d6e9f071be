import type { Article } from '../article/article.ts'
import type { Id } from '../record/id.ts'
import { sameTextBody, textBody } from './ledger-bodies.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

async function insertTextBlob({ trx, now, newId }: Writer, textId: Id, sha256: string): Promise<Id> {
  const id = newId()
  await trx.insertInto('text_blobs').values({ id, sha256, text_id: textId, recorded_at: now }).execute()
  return id
}

/**
 * Adds a text version, with the headline and all that was found with it.
 *
 * @param of `sha256` names the bytes it was read from
 */
export async function writeText(
  writer: Writer,
  article: Article,
  of: { readonly articleId: Id; readonly sha256: string; readonly supersedes: Id | null },
): Promise<Id> {
  const { trx, now, newId } = writer
  const id = newId()
  const { headline, byline, outlet, published, language, url, text, timeCodes } = article
  const facts = { headline, byline, outlet, published, language, url, text }
  await trx
    .insertInto('texts')
    .values({ id, article_id: of.articleId, supersedes: of.supersedes, ...facts, recorded_at: now })
    .execute()
  if (timeCodes.length > 0)
    await trx
      .insertInto('text_times')
      .values({ text_id: id, codes: JSON.stringify(timeCodes), recorded_at: now })
      .execute()
  await insertTextBlob(writer, id, of.sha256)
  await writeLedger(writer, 'text', await textBody(trx, id))
  return id
}

/** Says that other bytes hold a text that is there already. */
export async function writeSameText(writer: Writer, textId: Id, sha256: string): Promise<void> {
  const id = await insertTextBlob(writer, textId, sha256)
  await writeLedger(writer, 'same-text', await sameTextBody(writer.trx, id))
}
