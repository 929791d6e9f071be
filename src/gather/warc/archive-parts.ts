import { stat } from 'node:fs/promises'
import type { Fault } from '../../article/fault.ts'
import { isNamedArchive } from '../../record/archive-name.ts'
import { type ByteSource, fileSource } from './byte-source.ts'
import { beginsWithRecord } from './unpacked.ts'
import { isZip, type ZipEntry, zipEntries } from './zip-entries.ts'

/** A WARC file, alone or within a WACZ. `name` is as sentences call it. */
export type ArchivePart = { readonly name: string; readonly source: ByteSource }

/** An archive of the web: a file, and the WARC files in it. */
export type WebArchive = { readonly path: string; readonly parts: readonly ArchivePart[] }

/** Files of an archive that holds others. */
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

function partsOf(archive: string, entries: readonly ZipEntry[]): readonly ArchivePart[] | Fault {
  const warcs = entries.filter(({ name }) => NAMED_WARC.test(name))
  if (warcs.some(({ isEncrypted }) => isEncrypted)) return ENCRYPTED
  return warcs.length === 0 ? NO_WARC : warcs.map(({ name, source }) => ({ name: `${archive}: ${name}`, source }))
}

/**
 * Tells by content, and by its ending where the content is damaged, whether a file is an archive of the web.
 *
 * @param name how sentences call it
 * @returns its WARC files in order; a fault where it is an archive in which none can be read; null where it is none
 * @throws what the system throws where it cannot be read
 */
export async function archiveParts(path: string, name = path): Promise<readonly ArchivePart[] | Fault | null> {
  const entry = await stat(path)
  if (!entry.isFile() || entry.size === 0) return null
  const source = fileSource(path, entry.size)
  if (await isZip(source)) {
    const entries = await zipEntries(source)
    const isArchive = NAMED_WACZ.test(path) || entries.some(({ name }) => NAMED_WARC.test(name))
    return isArchive ? partsOf(name, entries) : null
  }
  // One that is called so is one whatever is in it: what is damaged there is named by its place.
  return isNamedArchive(path) || (await beginsWithRecord(source)) ? [{ name, source }] : null
}
