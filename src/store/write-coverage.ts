import { createHash } from 'node:crypto'
import type { PackedRecord } from '../record/archive.ts'
import type { Coverage } from '../record/coverage.ts'
import type { Id } from '../record/id.ts'
import { StoreError } from '../record/store-error.ts'
import { articleOfAddress, textOfBlob } from './stored-texts.ts'
import { indexWords } from './word-index.ts'
import { captureOfText, writeCapture } from './write-capture.ts'
import { writeReading } from './write-reading.ts'
import { writeText } from './write-text.ts'
import { isLater, writeVersion } from './write-version.ts'
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
  const { seq } = await trx
    .insertInto('articles')
    .values({ id: articleId, sha256, recorded_at: now })
    .returning('seq')
    .executeTakeFirstOrThrow()
  const textId = await writeText(writer, article, { articleId, sha256, supersedes: null })
  const { headline, byline, outlet, text } = article
  await indexWords(trx, 'article_words', { seq, fields: [headline, byline, outlet, text] })
  await writeReading(writer, { articleSeq: seq, articleId, textId }, { reading, supersedes: null })
  return articleId
}

/**
 * Adds coverage: an article, or, where its address is that of one, another capture of it, and another text version
 * where it changed. Where its bytes are there already, only where they came from this time.
 */
export async function writeCoverage(writer: Writer, coverage: Coverage, records: readonly PackedRecord[]) {
  const packed = { capture: coverage, records }
  const known = await textOfBlob(writer.trx, coverage.sha256)
  if (known !== null) return { state: await captureOfText(writer, packed, known), articleId: known.articleId }
  const of = coverage.url === null ? null : await articleOfAddress(writer.trx, coverage.url)
  const later = of !== null && (await isLater(writer, coverage, of.standing))
  await writeBlob(writer, coverage)
  await writeCapture(writer, packed)
  if (of === null) return { state: 'added', articleId: await writeArticle(writer, coverage) } as const
  return { state: await writeVersion(writer, coverage, { ...of, later }), articleId: of.articleId }
}
