import type { Place } from '../../record/archive.ts'
import type { ExportRecord, ExportSelection, Exports } from '../../record/exports.ts'

/** All records of a selection, in order. */
export async function* selectedRecords(exports: Exports, selection: ExportSelection): AsyncGenerator<ExportRecord> {
  let after: Pick<Place, 'file' | 'offset'> | null = null
  for (;;) {
    const records: readonly ExportRecord[] = await exports.records(selection, after)
    if (records.length === 0) return
    yield* records
    after = records.at(-1) ?? null
  }
}

/** Where each record lies in the export, and where it came from in the archive: what the ledger says of it. */
export async function* recordLines(exports: Exports, selection: ExportSelection): AsyncGenerator<string> {
  let offset = 0
  for await (const { type, id, length, sha256, file, offset: at } of selectedRecords(exports, selection)) {
    yield JSON.stringify({ offset, length, sha256, type, id, from: { file, offset: at } })
    offset += length
  }
}
