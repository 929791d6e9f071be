import { createHash } from 'node:crypto'
import type { PackedRecord } from '../record/archive.ts'
import type { Coverage } from '../record/coverage.ts'
import type { Id } from '../record/id.ts'
import { StoreError } from '../record/store-error.ts'
import { textBody } from './ledger-bodies.ts'
import { indexWords } from './word-index.ts'
import { writeCapture, writeNewCapture } from './write-capture.ts'
import { writeLedger } from './write-ledger.ts'
import { writeReading } from './write-reading.ts'
import type { Writer } from './writer.ts'

/** Bytes are named by their digest for ever: a wrong name would be found out when nobody can mend it any more. */
export function assertDigest({ bytes, sha256, name }: Coverage): void {
  const digest = createHash('sha256').update(bytes).digest('hex')
  if (digest !== sha256)
    throw new StoreError(
      'wrong-digest',
      `${name}: its SHA-256 is ${digest}, not ${sha256}; nothing was stored: read it again`,
    )
}

async function writeBlob({ trx, now }: Writer, { sha256, bytes }: Coverage): Promise<void> {
  await trx.insertInto('blobs').values({ sha256, size: bytes.length, recorded_at: now }).execute()
}

/** Adds an article that is not in the record yet, with its text version and first reading. */
async function writeArticle(writer: Writer, { sha256, article, reading }: Coverage): Promise<Id> {
  const { trx, now, newId } = writer
  const articleId = newId()
  const textId = newId()
  const { seq } = await trx
    .insertInto('articles')
    .values({ id: articleId, sha256, recorded_at: now })
    .returning('seq')
    .executeTakeFirstOrThrow()
  const { headline, byline, outlet, published, language, url, text, timeCodes } = article
  await trx
    .insertInto('texts')
    .values({
      id: textId,
      article_id: articleId,
      supersedes: null,
      headline,
      byline,
      outlet,
      published,
      language,
      url,
      text,
      recorded_at: now,
    })
    .execute()
  if (timeCodes.length > 0)
    await trx
      .insertInto('text_times')
      .values({ text_id: textId, codes: JSON.stringify(timeCodes), recorded_at: now })
      .execute()
  await writeLedger(writer, 'text', await textBody(trx, textId))
  await indexWords(trx, 'article_words', { seq, fields: [headline, byline, outlet, text] })
  await writeReading(writer, { articleSeq: seq, articleId, textId }, { reading, supersedes: null })
  return articleId
}

/** Adds coverage, or, where its bytes are there already, only where they came from this time. */
export async function writeCoverage(writer: Writer, coverage: Coverage, records: readonly PackedRecord[]) {
  const packed = { capture: coverage, records }
  const known = await writer.trx
    .selectFrom('articles')
    .select('id')
    .where('sha256', '=', coverage.sha256)
    .executeTakeFirst()
  if (known !== undefined) {
    await writeNewCapture(writer, packed)
    return { state: 'known', articleId: known.id } as const
  }
  await writeBlob(writer, coverage)
  await writeCapture(writer, packed)
  return { state: 'added', articleId: await writeArticle(writer, coverage) } as const
}
