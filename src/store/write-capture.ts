import type { PackedRecord } from '../record/archive.ts'
import type { Capture } from '../record/coverage.ts'
import type { Id } from '../record/id.ts'
import type { ArticleSummary } from '../record/records.ts'
import { writeArchiveRecords } from './archive-records.ts'
import { captureBody } from './ledger-bodies.ts'
import { summaryOfBlob } from './list-articles.ts'
import { textOfBlob } from './stored-texts.ts'
import { writeLedger } from './write-ledger.ts'
import { isLater, type StandingArticle, writeReturn } from './write-version.ts'
import type { Writer } from './writer.ts'

/** What is known of where the bytes came from, as the table keeps it. */
function columnsOf({ url, name, contentType, received }: Capture) {
  return {
    url,
    name,
    content_type: contentType,
    via: received?.via ?? null,
    asked_url: received?.askedUrl ?? null,
    received_at: received?.at ?? null,
    status: received?.status ?? null,
    headers: received && JSON.stringify(received.headers),
    address: received?.address ?? null,
    archive_record: received?.recordId ?? null,
  }
}

/** What is written of a capture: its row, and its records in the archive. */
export type PackedCapture = { readonly capture: Capture; readonly records: readonly PackedRecord[] }

/** Adds a capture of a blob that is there. What is there of the same record of an archive stays as it is. */
export async function writeCapture(writer: Writer, { capture, records }: PackedCapture): Promise<void> {
  const { trx, now, newId } = writer
  const { sha256 } = capture
  const columns = columnsOf(capture)
  const row = await trx
    .insertInto('captures')
    .values({ id: newId(), sha256, ...columns, recorded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return
  await writeArchiveRecords(writer, records, { captureId: row.id, blob: sha256 })
  await writeLedger(writer, 'capture', await captureBody(trx, row.id))
}

/** Whether bytes that are there already make another capture: those of a file or a paste are theirs. */
export function isNewCapture({ url, received }: Capture): boolean {
  return url !== null || received !== null
}

/**
 * Adds a capture of bytes that are there, unless it is a file or a paste: their capture is the blob itself. Where the
 * page had another text since, this one stands again.
 */
export async function captureOfText(
  writer: Writer,
  packed: PackedCapture,
  of: StandingArticle & { readonly textId: Id },
): Promise<'known' | 'changed'> {
  const { capture } = packed
  if (!isNewCapture(capture)) return 'known'
  const returns = of.textId !== of.standing && capture.url !== null && (await isLater(writer, capture, of.standing))
  await writeCapture(writer, packed)
  return returns ? writeReturn(writer, capture, of) : 'known'
}

/** Adds a capture where the blob is there. @returns its article, or null where it is not */
export async function captureOfKnown(writer: Writer, packed: PackedCapture): Promise<ArticleSummary | null> {
  const { sha256 } = packed.capture
  const known = await textOfBlob(writer.trx, sha256)
  if (known === null) return null
  await captureOfText(writer, packed, known)
  return summaryOfBlob(writer.trx, sha256)
}
