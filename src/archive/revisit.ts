import type { KeptRecord } from '../record/archive.ts'
import type { WarcRecord } from '../warc/warc-record.ts'

/** The profile of WARC 1.1 by which a record says that its payload is kept in another. */
const SAME_PAYLOAD = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest'

export type PackOptions = {
  /** The blob; null where a record that is kept holds it. */
  readonly bytes: Uint8Array | null
  /** UTC; the date of what has none of its own. */
  readonly now: string
  /** Finds a record with this payload. */
  readonly kept: (payloadDigest: string) => Promise<KeptRecord | null>
}

/** The fields by which a `revisit` says where its payload is kept. */
export function sameAs({ id, url, date }: KeptRecord): WarcRecord['fields'] {
  return [
    ['WARC-Profile', SAME_PAYLOAD],
    ['WARC-Refers-To', id],
    ['WARC-Refers-To-Target-URI', url],
    ['WARC-Refers-To-Date', date],
  ]
}
