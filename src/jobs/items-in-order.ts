import type { FaultCode } from '../article/fault.ts'
import { type ArchiveItem, archiveInputs } from '../gather/warc/archive-inputs.ts'
import type { ArchivePart } from '../gather/warc/archive-parts.ts'
import type { ArchivePlace } from '../record/archive-place.ts'
import { type InOrderOptions, inOrder } from './in-order.ts'

/** Said of a page that holds no article: an archive of the web is full of them, and none is named. */
export const WITHOUT_ARTICLE: ReadonlySet<FaultCode> = new Set([
  'no-article',
  'unsupported',
  'empty',
  'binary',
  'nul',
  'unreadable',
  'too-large',
  'too-deep',
])

/** For each reader, so many pages wait that none of them ever does. */
const PAGES_A_READER = 4
/** A page of as many bytes counts as two: what waits is held in memory. */
const BYTES_A_PAGE = 1024 * 1024
function cost({ from }: ArchiveItem): number {
  return from.kind === 'page' ? 1 + from.input.bytes.length / BYTES_A_PAGE : 0
}

export type ItemsInOrderOptions<Result> = Pick<InOrderOptions<ArchiveItem, Result>, 'work'> & {
  /** Where to begin; null for the beginning. */
  readonly from: ArchivePlace | null
  /** How many pages are read at once. */
  readonly readers: number
}

/** Works on what the records of an archive give, as far ahead as the readers can follow, in the order of the archive. */
export function itemsInOrder<Result>(
  parts: readonly ArchivePart[],
  { from, readers, work }: ItemsInOrderOptions<Result>,
): AsyncGenerator<Result> {
  return inOrder(archiveInputs(parts, from), { work, cost, limit: readers * PAGES_A_READER })
}
