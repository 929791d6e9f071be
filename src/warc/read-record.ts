/** A record as it stands in an archive of ours: its fields, names as written, and its block. */
export type RecordRead = {
  readonly fields: ReadonlyMap<string, string>
  readonly block: Uint8Array
}

const HEAD_END = '\r\n\r\n'

/**
 * Reads one record that we wrote ourselves, and that is known to be unaltered.
 *
 * @param bytes the record uncompressed
 */
export function readOwnRecord(bytes: Uint8Array): RecordRead {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = buffer.indexOf(HEAD_END)
  const lines = buffer.subarray(0, end).toString('utf8').split('\r\n').slice(1)
  const fields = new Map(
    lines.map((line) => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)]
    }),
  )
  const start = end + HEAD_END.length
  return { fields, block: buffer.subarray(start, start + Number(fields.get('Content-Length'))) }
}
