/** What the head of a record says: its fields by their names in lower case, the first of those that stand there twice. */
export type WarcHead = {
  readonly fields: ReadonlyMap<string, string>
  /** Of the block in bytes; null where it is not given, or is no number. */
  readonly length: number | null
}

const MARK = Buffer.from('WARC/')
/** As many bytes tell a record from a text in which its mark stands. */
export const TELLING = 64

/** Whether a record begins at `at`: its version's line, and a field under it. */
function isMark(bytes: Buffer, at: number): boolean {
  return /^WARC\/\d\.\d+\r?\n[A-Za-z][\w-]*:/.test(bytes.toString('latin1', at, at + TELLING))
}

/** Where the first record begins in `bytes` from `from` on, -1 where none does. */
export function findRecord(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) if (isMark(bytes, at)) return at
  return -1
}

/** The length of a record's head with the empty line that ends it, or null where there is none in `bytes`. */
export function headLength(bytes: Buffer): number | null {
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4
  return lf < 0 ? null : lf + 2
}

/** Words of an archive's head as they can be kept: no store takes a NUL. */
function kept(words: string): string {
  return words.trim().replaceAll('\0', '\ufffd')
}

/** @param head whole, from its version on */
export function parseHead(head: Buffer): WarcHead {
  // A line that begins with a space goes on the one before it.
  const [, ...lines] = head
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(name)) fields.set(name, kept(line.slice(colon + 1)))
  }
  const length = fields.get('content-length') ?? ''
  return { fields, length: /^\d{1,15}$/.test(length) ? Number(length) : null }
}
