import { stat } from 'node:fs/promises'
import type { Fault } from '../../article/fault.ts'
import { type ByteSource, fileSource } from './byte-source.ts'
import { MARK, unpacked } from './unpacked.ts'
import { isZip, type ZipEntry, zipEntries } from './zip-entries.ts'

/** A WARC file, alone or within a WACZ. `name` is as sentences call it. */
export type ArchivePart = { readonly name: string; readonly source: ByteSource }

/** An archive of the web: a file, and the WARC files in it. */
export type WebArchive = { readonly path: string; readonly parts: readonly ArchivePart[] }

/** Files that are archives whatever is in them: what is damaged there is named by its place. */
const NAMED_WARC = /\.warc(?:\.gz)?$/i
const NAMED_WACZ = /\.wacz$/i

const NO_WARC: Fault = {
  code: 'unsupported',
  sentence: 'there is no WARC file in this archive; add one that holds its pages itself, not links to other archives',
}

const ENCRYPTED: Fault = {
  code: 'unsupported',
  sentence: 'the WARC file in this archive is encrypted; save the archive without a password and add that',
}

/** Whether the first that can be unpacked is a record. */
async function beginsWithRecord(source: ByteSource): Promise<boolean> {
  for await (const piece of unpacked(source, { at: 0, isPlain: false }))
    return piece.kind === 'bytes' && piece.bytes.toString('latin1', 0, MARK.length) === MARK
  return false
}

function partsOf(path: string, entries: readonly ZipEntry[]): readonly ArchivePart[] | Fault {
  const warcs = entries.filter(({ name }) => NAMED_WARC.test(name))
  if (warcs.some(({ isEncrypted }) => isEncrypted)) return ENCRYPTED
  return warcs.length === 0 ? NO_WARC : warcs.map(({ name, source }) => ({ name: `${path}: ${name}`, source }))
}

/**
 * Tells by content, and by its ending where the content is damaged, whether a file is an archive of the web.
 *
 * @returns its WARC files in order; a fault where it is an archive in which none can be read; null where it is none
 * @throws what the system throws where it cannot be read
 */
export async function archiveParts(path: string): Promise<readonly ArchivePart[] | Fault | null> {
  const entry = await stat(path)
  if (!entry.isFile() || entry.size === 0) return null
  const source = fileSource(path, entry.size)
  if (await isZip(source)) {
    const entries = await zipEntries(source)
    const isArchive = NAMED_WACZ.test(path) || entries.some(({ name }) => NAMED_WARC.test(name))
    return isArchive ? partsOf(path, entries) : null
  }
  return NAMED_WARC.test(path) || NAMED_WACZ.test(path) || (await beginsWithRecord(source))
    ? [{ name: path, source }]
    : null
}
