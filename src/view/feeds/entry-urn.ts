import { createHash } from 'node:crypto'

/** Our namespace for names of entries, drawn once. */
const NAMESPACE = Buffer.from('3b0d6c8e5f5a4c0f9f1b7a2ce6d04e91', 'hex')

/**
 * A URN for something on the record: the same at every address that the site may ever have, in every format. It is a
 * name-based UUID (RFC 9562, version 5).
 *
 * @param path what it is, from the outermost: `dossier`, its id, `event`, the event's id
 */
export function entryUrn(...path: readonly string[]): string {
  // JSON keeps ["a/b"] and ["a", "b"] apart.
  const hash = createHash('sha1').update(NAMESPACE).update(JSON.stringify(path)).digest()
  const bytes = hash.subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}
