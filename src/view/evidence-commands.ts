import type { BodyPlace, Place } from '../record/archive.ts'
import { bodyForm, hashedForm, type LedgerEntry, linkOf } from '../record/ledger.ts'

/** A command for a terminal, and what it prints where all is as it was kept. */
export type Check = { readonly command: string; readonly prints: string }

/** The name under which a record is cut out, or downloaded. */
export const RECORD_FILE = 'record.warc.gz'

/** Takes a transfer's chunks off: each is its length in hex, a line's end, its bytes, a line's end. */
const WITHOUT_CHUNKS = String.raw`perl -0777 -ne 'while (/\G(?:\r?\n)?([0-9a-f]+)[^\n]*\n/gci && hex $1) { print substr $_, pos, hex $1; pos() += hex $1 }'`

const INFLATE = `perl -MIO::Uncompress::AnyInflate=anyinflate -e 'anyinflate "-" => "-", RawInflate => 1'`

/** What takes each coding off. */
const UNPACK: Readonly<Record<string, string>> = {
  gzip: 'gunzip',
  'x-gzip': 'gunzip',
  deflate: INFLATE,
  br: 'brotli -dc',
  zstd: 'zstd -dc',
}

/** An argument that no shell reads anything into. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** A record cut out of its file, and its digest. */
export function cutOut({ file, offset, length, sha256 }: Place): Check {
  const command = `tail -c +${offset + 1} ${file} | head -c ${length} | tee ${RECORD_FILE} | sha256sum`
  return { command, prints: sha256 }
}

/**
 * The digest of the blob in a record that was cut out.
 *
 * @returns null where it is packed in a way that has no tool of its own
 */
export function blobOf({ start, length, isChunked, codings }: BodyPlace, sha256: string): Check | null {
  const tools = codings.map((coding) => (Object.hasOwn(UNPACK, coding) ? UNPACK[coding] : undefined))
  if (tools.includes(undefined)) return null
  const steps = [
    `gunzip < ${RECORD_FILE}`,
    `tail -c +${start + 1}`,
    `head -c ${length}`,
    ...(isChunked ? [WITHOUT_CHUNKS] : []),
    ...tools,
    'sha256sum',
  ]
  return { command: steps.join(' | '), prints: sha256 }
}

/** The hash of an entry of the ledger: of its place in the chain, in which the digest of what it says stands for that. */
export function entryHash(entry: LedgerEntry): Check {
  const { body } = linkOf(entry)
  const [before = '', after = ''] = hashedForm(entry).split(body)
  const digest = `"$(printf %s ${quoted(bodyForm(entry))} | sha256sum | head -c 64)"`
  const command = `printf %s%s%s ${quoted(before)} ${digest} ${quoted(after)} | sha256sum`
  return { command, prints: entry.hash }
}
