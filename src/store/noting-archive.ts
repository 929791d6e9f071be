import type { Archive, ArchiveEnd } from '../record/archive.ts'

/** An archive that remembers up to where one transaction has appended to it; null where it has not. */
export function notingArchive(archive: Archive): { readonly archive: Archive; readonly end: () => ArchiveEnd | null } {
  let end: ArchiveEnd | null = null
  const append: Archive['append'] = async (records, options) => {
    const placed = await archive.append(records, options)
    const place = placed.at(-1)?.place
    if (place !== undefined) end = { file: place.file, length: place.offset + place.length }
    return placed
  }
  return { archive: { ...archive, append }, end: () => end }
}
