import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'
import type { Finding } from '../../../record/finding.ts'
import {
  hashOf,
  isKnownForm,
  type Json,
  type LedgerEntry,
  type LedgerHead,
  type LedgerLink,
} from '../../../record/ledger.ts'
import { unknownFormFinding } from '../unknown-form.ts'
import { fault } from './fault.ts'
import { partLines } from './part-lines.ts'
import type { CheckedRecords, WaczRecord } from './record-findings.ts'
import { StampedRuns } from './stamped-runs.ts'

const EntryLine = z.object({
  seq: z.int().min(1),
  at: z.string(),
  kind: z.string(),
  /** Of a link, the digest of what it says. */
  body: z.union([z.record(z.string(), z.json()), z.hash('sha256')]),
  previous: z.string(),
  hash: z.string(),
})

/** A record as the ledger tells of it. */
const ToldRecord = z.object({ id: z.string(), file: z.string(), offset: z.int(), length: z.int(), sha256: z.string() })
/** The first record of an archive file, which begins at its byte 0. */
const ToldFile = ToldRecord.omit({ offset: true })

/** What the ledger says, for the files beside it. */
export type ToldByLedger = {
  readonly entries: number
  /** The digest of each text's words, by its id. */
  readonly texts: ReadonlyMap<string, string>
  /** SHA-256 of the bytes that captures brought. */
  readonly blobs: ReadonlySet<string>
  /** How many of the entries a time stamp covers. */
  readonly stamped: number
}

/** Why an entry does not hold, by itself and behind the one before it. */
function entryFaults(before: LedgerEntry | LedgerLink | null, entry: LedgerEntry | LedgerLink): readonly string[] {
  const faults: string[] = []
  if (hashOf(entry) !== entry.hash) faults.push('its hash is not the one its words have; the entry was altered')
  if (before === null) return faults
  if (entry.seq <= before.seq) faults.push('it stands behind an entry that is later')
  else if (entry.seq === before.seq + 1 && entry.previous !== before.hash)
    faults.push('it does not follow the entry before it; one of the two was altered or put in from outside')
  return faults
}

/** Entries that tell of records; those of a removal tell what stands in the place of what is gone. */
const TELLING = new Set(['capture', 'rendering', 'removal'])

/** The records that an entry tells of, each with its place. */
function toldRecords({ kind, body }: LedgerEntry): readonly z.infer<typeof ToldRecord>[] {
  if (kind === 'archive-file') {
    const told = ToldFile.safeParse(body).data
    return told === undefined ? [] : [{ ...told, offset: 0 }]
  }
  return TELLING.has(kind) ? (z.array(ToldRecord).safeParse(body['records']).data ?? []) : []
}

/** Records of which the ledger says nothing, or something else. */
function* recordFaults(
  records: ReadonlyMap<number, WaczRecord>,
  told: ReadonlyMap<string, z.infer<typeof ToldRecord>>,
): Generator<Finding> {
  for (const { offset, id, length, sha256, from } of records.values()) {
    const entry = told.get(id)
    const place = `archive/data.warc.gz at byte ${offset}`
    if (entry === undefined) yield fault(place, 'the ledger says nothing of the record that begins here')
    else if (canonicalize(entry) !== canonicalize({ id, length, sha256, ...from }))
      yield fault(place, 'the ledger says something else of the record that begins here')
  }
}

/** The digests of the bytes that went with a removal. */
function removedBlobs({ body }: LedgerEntry): readonly string[] {
  return z.object({ blob: z.array(z.string()) }).safeParse(body['removed']).data?.blob ?? []
}

function removalWords({ at, body }: LedgerEntry): string {
  return `article ${body['article']} was removed on ${at.slice(0, 10)}: ${body['reason']}; its bytes, words and names are gone, their digests stay`
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/**
 * Checks the ledger's entries, that they follow each other where none is left out, and that they tell of every record.
 *
 * @param isWhole whether all records are as they were kept
 */
export async function* ledgerLineFindings(
  reader: WaczReader,
  part: PartPlace,
  options: CheckedRecords & {
    readonly head: LedgerHead
    readonly isWhole: boolean
    /** The hash of each entry that a time stamp holds for, by its place. */
    readonly stamps: ReadonlyMap<number, string>
  },
): AsyncGenerator<Finding, ToldByLedger> {
  const { records, blobs: kept, head, isWhole } = options
  const runs = new StampedRuns(options.stamps)
  const told = new Map<string, z.infer<typeof ToldRecord>>()
  const texts = new Map<string, string>()
  const blobs = new Map<string, number>()
  const removed = new Set<string>()
  let [before, entries]: [LedgerEntry | LedgerLink | null, number] = [null, 0]
  for await (const { number, words, value } of partLines(reader, part, EntryLine)) {
    if (value === null || canonicalize(value) !== words) {
      yield fault(`${part.name} line ${number}`, 'it is no entry of a ledger in the form that is hashed')
      continue
    }
    const { kind, body, seq } = value
    const entryOrLink = value as LedgerEntry | LedgerLink
    const faults = entryFaults(before, entryOrLink)
    for (const sentence of faults) yield fault(`ledger entry ${seq}`, sentence)
    runs.add(value, { isLink: typeof body === 'string', isGood: faults.length === 0 })
    if (seq > head.seq || (seq === head.seq && value.hash !== head.hash))
      yield fault(`ledger entry ${seq}`, 'it is not in the ledger whose last entry the data package names')
    before = entryOrLink
    if (typeof body === 'string') continue
    const entry: LedgerEntry = { ...value, body }
    entries += 1
    if (!isKnownForm(entry)) yield unknownFormFinding(entry)
    for (const record of toldRecords(entry)) told.set(record.id, record)
    if (kind === 'text') texts.set(text(body['text']), text(body['sha256']))
    if (kind === 'capture') blobs.set(text(body['blob']), seq)
    if (kind !== 'removal') continue
    for (const blob of removedBlobs(entry)) removed.add(blob)
    yield { place: `ledger entry ${seq}`, sentence: removalWords(entry), isFault: false }
  }
  for (const [blob, seq] of blobs)
    if (isWhole && !kept.has(blob) && !removed.has(blob))
      yield fault(`ledger entry ${seq}`, 'no record holds the bytes that it says were captured')
  yield* recordFaults(records, told)
  return { entries, texts, blobs: new Set(blobs.keys()), stamped: runs.stamped }
}
