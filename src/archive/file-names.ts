const FIRST = 1

/** Five digits: names sort as they were made for a hundred thousand files, a hundred terabytes. */
function nameOf(number: number): string {
  return `onrecord-${String(number).padStart(5, '0')}.warc.gz`
}

/** The file that follows `file`; the first where there is none yet. */
export function nextFile(file: string | null): string {
  return nameOf(file === null ? FIRST : Number(/\d+/u.exec(file)?.[0]) + 1)
}

/** Whether a file in the archive's folder is one of its files. */
export function isArchiveFile(file: string): boolean {
  return /^onrecord-\d{5,}\.warc\.gz$/u.test(file)
}
