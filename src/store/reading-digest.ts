import type { Tables } from './tables.ts'
import { digestOfData } from './write-ledger.ts'

/** What is digested of a statement's row. */
type Row = Pick<Tables['statement_readings'], 'statement_id' | 'position' | 'found' | 'speaker_id'>

/** The reader that found them, and `names` as the table of readings has it. */
type ReadingHead = { readonly name: string; readonly version: string; readonly names: string }

/**
 * What the ledger says of a reading: the digest of its reader, its names and its row for each statement, as they are
 * stored, so that none of them can be altered unseen.
 */
export function readingDigest({ name, version, names }: ReadingHead, rows: readonly Row[]): string {
  const statements = rows
    .map(({ statement_id, position, found, speaker_id }) => [statement_id, position, found, speaker_id])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return digestOfData({ reader: { name, version }, names, statements })
}
