/** The endings of archives of the web, whose pages are read one by one. */
export const ARCHIVE_ENDINGS = ['.warc', '.warc.gz', '.wacz'] as const

/** Whether a file is called as archives of the web are. */
export function isNamedArchive(name: string): boolean {
  return ARCHIVE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))
}
