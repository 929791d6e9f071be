import type { PackedRecord } from '../record/archive.ts'
import { warcFields } from '../warc/warc-record.ts'
import { newRecordId, packRecord } from './pack-record.ts'

/** Who and what collects, as the first record of every file says it. */
export type Collector = {
  /** `Onrecord/0.1.0` */
  readonly software: string
  /** A person or a group; null where the settings name none. */
  readonly operator: string | null
}

/** The first record of a file. */
export async function packWarcinfo(
  file: string,
  { now, collector: { software, operator } }: { readonly now: string; readonly collector: Collector },
): Promise<PackedRecord> {
  const block = warcFields([
    ['software', software],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
    ...(operator === null ? [] : [['operator', operator] as const]),
  ])
  return packRecord(
    {
      type: 'warcinfo',
      id: newRecordId(),
      date: now,
      targetUri: null,
      contentType: 'application/warc-fields',
      fields: [['WARC-Filename', file]],
      block,
      payloadDigest: null,
    },
    false,
  )
}
