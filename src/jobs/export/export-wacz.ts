import type { KeyObject } from 'node:crypto'
import { WaczFile } from '../../archive/wacz/wacz-file.ts'
import type { Archive } from '../../record/archive.ts'
import type { Clock } from '../../record/clock.ts'
import { ExpectedError } from '../../record/expected-error.ts'
import type { ExportSelection } from '../../record/exports.ts'
import { BEGINNING, type LedgerHead } from '../../record/ledger.ts'
import type { Store } from '../../record/store.ts'
import { cdxLine, indexOf } from '../../wacz/cdx.ts'
import { type DataPackage, dataPackageBytes, digestBytes, type Resource } from '../../wacz/data-package.ts'
import { fingerprintOf, publicKeyOf, signatureOf } from '../../wacz/signature.ts'
import { indexedRecord } from './indexed-record.ts'
import { ledgerLines } from './ledger-lines.ts'
import { bytesOfLines } from './lines.ts'
import { recordLines, selectedRecords } from './record-lines.ts'
import { stampedEntries, stampLines } from './stamp-lines.ts'
import { statementLines } from './statement-lines.ts'

export type ExportParts = { readonly store: Store; readonly archive: Archive; readonly clock: Clock }

export type ExportOptions = {
  /** Where the file goes. */
  readonly path: string
  /** Articles by id or address; none for all. */
  readonly names: readonly string[]
  /** The key that signs; made where there is none yet. */
  readonly key: () => Promise<KeyObject>
  /** `Onrecord/0.1.0` */
  readonly software: string
}

/** What was exported, for the person who asked. */
export type Exported = {
  readonly sha256: string
  readonly bytes: number
  /** The signing key's fingerprint. */
  readonly key: string
  readonly articles: number
  readonly records: number
}

/** Before the first entry. */
const NO_HEAD: LedgerHead = { seq: 0, hash: BEGINNING }

/** What is gathered of the records while they are copied. */
type Copied = {
  readonly index: string[]
  readonly pages: string[]
  readonly captures: Set<string>
  readonly files: Set<string>
  records: number
  head: LedgerHead
}

async function selected(store: Store, names: readonly string[]): Promise<ExportSelection> {
  const { selection, missing } = await store.exports.select(names)
  if (missing.length > 0)
    throw new ExpectedError(
      `${missing.join(', ')}: there is no such article in the record; name its id (the end of its page's address) or the address it was fetched from`,
    )
  if (selection.articles.length === 0) throw new ExpectedError('the record is empty; there is nothing to export yet')
  return selection
}

/** The members of all records one behind the other, as they lie in the archive. */
async function* copiedMembers(
  { store, archive }: ExportParts,
  selection: ExportSelection,
  copied: Copied,
): AsyncGenerator<Uint8Array> {
  let offset = 0
  for await (const record of selectedRecords(store.exports, selection)) {
    const member = await archive.member(record)
    const indexed = await indexedRecord(record, member, offset)
    if (indexed !== null) copied.index.push(cdxLine(indexed))
    // What no program shows is in the export, but no page of it.
    if (indexed !== null && record.page !== null && indexed.mime !== 'application/octet-stream') {
      const { url, date } = indexed
      copied.pages.push(JSON.stringify({ id: record.captureId, url, ts: date, title: record.page.title ?? url }))
    }
    if (record.captureId !== null) copied.captures.add(record.captureId)
    copied.files.add(record.file)
    copied.records += 1
    offset += member.length
    yield member
  }
}

const PAGES_HEAD = JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All pages' })

/** Writes everything but the data package. */
async function writeParts(
  file: WaczFile,
  parts: ExportParts,
  selection: ExportSelection,
): Promise<{ readonly resources: readonly Resource[]; readonly copied: Copied }> {
  const { store } = parts
  const copied: Copied = { index: [], pages: [], captures: new Set(), files: new Set(), records: 0, head: NO_HEAD }
  const data = await file.add('archive/data.warc.gz', copiedMembers(parts, selection, copied))
  const index = indexOf(copied.index)
  const about = { ...copied, articles: new Set(selection.articles), isEverything: selection.isEverything }
  const covered = new Set<number>()
  const ledger = ledgerLines(store.evidence, {
    exported: about,
    stamped: await stampedEntries(store.evidence),
    reached: (head) => {
      copied.head = head
    },
    covered: (seq) => covered.add(seq),
  })
  const resources = [
    data,
    await file.add('indexes/index.cdx.gz', index.packed),
    await file.add('indexes/index.idx', [Buffer.from(index.blocks)]),
    await file.add('pages/pages.jsonl', bytesOfLines([PAGES_HEAD, ...copied.pages])),
    await file.add('onrecord/records.jsonl', bytesOfLines(recordLines(store.exports, selection))),
    await file.add('onrecord/statements.jsonl', bytesOfLines(statementLines(store, selection.articles))),
    await file.add('onrecord/ledger.jsonl', bytesOfLines(ledger)),
    await file.add('onrecord/time-stamps.jsonl', bytesOfLines(stampLines(store.evidence, covered))),
  ]
  return { resources, copied }
}

function titleOf({ articles, isEverything }: ExportSelection): string {
  const count = articles.length === 1 ? '1 article' : `${articles.length} articles`
  return isEverything ? `A record of ${count}` : `${count} of a record`
}

/** Writes the data package, and its signature. */
async function writePackage(file: WaczFile, described: DataPackage, key: KeyObject): Promise<void> {
  const hash = `sha256:${(await file.add('datapackage.json', [dataPackageBytes(described)])).sha256}`
  const signed = { publicKey: publicKeyOf(key), signature: signatureOf(hash, key) }
  await file.add('datapackage-digest.json', [digestBytes(hash, described, signed)])
}

/**
 * Writes articles with all that belongs to them into a WACZ file: the records of their captures as they lie in the
 * archive, their texts and statements, and what the ledger says of them; signed. The ledger says that it was made.
 *
 * @throws ExpectedError where there is no such article, or the file cannot be written; then there is no file
 */
export async function exportWacz(parts: ExportParts, options: ExportOptions): Promise<Exported> {
  const { store, clock } = parts
  const { path, names, software } = options
  const selection = await selected(store, names)
  const file = await WaczFile.create(path)
  try {
    const key = await options.key()
    const { resources, copied } = await writeParts(file, parts, selection)
    // To the second: tools that read it take no fractions.
    const created = clock.now().replace(/\.\d+Z$/u, 'Z')
    await writePackage(file, { title: titleOf(selection), created, software, resources, head: copied.head }, key)
    const whole = await file.finish()
    const fingerprint = fingerprintOf(publicKeyOf(key))
    // Before it has its name, so that no export is anywhere of which the ledger says nothing.
    await store.exports.add({ ...whole, key: fingerprint, records: copied.records, selection })
    await file.publish()
    return { ...whole, key: fingerprint, articles: selection.articles.length, records: copied.records }
  } finally {
    await file.discard()
  }
}
