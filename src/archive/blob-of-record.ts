import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { readOwnRecord } from '../warc/read-record.ts'

const gunzipped = promisify(gunzip)

/** The blob that a record of ours holds. */
export async function blobOfRecord(member: Uint8Array): Promise<Uint8Array> {
  return readOwnRecord(await gunzipped(member)).block
}
