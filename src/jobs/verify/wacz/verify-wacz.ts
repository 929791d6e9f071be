import { type PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'
import { ExpectedError } from '../../../record/expected-error.ts'
import type { Finding } from '../../../record/finding.ts'
import type { DataPackage } from '../../../wacz/data-package.ts'
import { PART_NAMES, type PartName } from '../../../wacz/part-names.ts'
import { fingerprintOf } from '../../../wacz/signature.ts'
import { counted, faultsWords, printed } from '../printed.ts'
import { containerFindings, unfitSentence } from './container-findings.ts'
import { fault } from './fault.ts'
import { indexFindings, pageFindings } from './index-findings.ts'
import { ledgerLineFindings } from './ledger-line-findings.ts'
import { checkedPackage } from './package-findings.ts'
import { recordFindings } from './record-findings.ts'
import { type CheckedStampLines, type StampsKnown, stampLineFindings } from './stamp-line-findings.ts'
import { statementFindings } from './statement-findings.ts'

/** The data package and its digest are a hundredth of it. */
const MOST_PACKAGE_BYTES = 1024 * 1024

/** What was checked, for the last line. */
type Checked = {
  readonly sha256: string
  /** The signing key's fingerprint; null where nothing is signed. */
  readonly key: string | null
  readonly created: string | null
  readonly records: number
  readonly entries: number
  readonly statements: number
  /** How many of the entries a time stamp covers, and the last of the stamps. */
  readonly stamped: number
  readonly lastStamp: CheckedStampLines['last']
}

type Counts = Pick<Checked, 'records' | 'entries' | 'statements' | 'stamped' | 'lastStamp'>

type Parts = ReadonlyMap<PartName, PartPlace>

function placeOf(parts: Parts, name: PartName): PartPlace {
  const place = parts.get(name)
  if (place === undefined) throw new Error(`${name} is in every export`)
  return place
}

/** Files that are altered and in which nothing smaller can be named. */
function* alteredFiles(whole: ReadonlySet<PartName>, isNamed: (name: PartName) => boolean): Generator<Finding> {
  for (const name of PART_NAMES.slice(0, -2))
    if (!whole.has(name) && !isNamed(name))
      yield fault(name, 'its bytes do not have the digest that was signed; they were altered')
}

const NO_STAMPS: CheckedStampLines = { stamps: new Map(), last: null }

/** Checks what the files say, each only where the files that it is read with are as they were made. */
async function* contentFindings(
  reader: WaczReader,
  parts: Parts,
  {
    whole,
    head,
    ...known
  }: StampsKnown & {
    readonly whole: ReadonlySet<PartName>
    readonly head: DataPackage['head']
  },
): AsyncGenerator<Finding, Counts> {
  const counts: Counts = { records: 0, entries: 0, statements: 0, stamped: 0, lastStamp: null }
  const are = (...names: readonly PartName[]) => names.every((name) => whole.has(name))
  const place = (name: PartName) => placeOf(parts, name)
  const canList = are('onrecord/records.jsonl')
  yield* alteredFiles(whole, (name) => name === 'archive/data.warc.gz' && canList)
  if (!canList) return counts
  const checked = yield* recordFindings(reader, {
    data: place('archive/data.warc.gz'),
    list: place('onrecord/records.jsonl'),
  })
  if (are('indexes/index.cdx.gz', 'indexes/index.idx')) {
    const packed = place('indexes/index.cdx.gz')
    const keys = yield* indexFindings(reader, { packed, blocks: place('indexes/index.idx') }, checked.records)
    if (keys !== null && are('pages/pages.jsonl')) yield* pageFindings(reader, place('pages/pages.jsonl'), keys)
  }
  if (!are('onrecord/ledger.jsonl')) return { ...counts, records: checked.records.size }
  // What altered records hold is not known: the ledger is then not asked for it.
  const isWhole = are('archive/data.warc.gz')
  const { stamps, last: lastStamp } = are('onrecord/time-stamps.jsonl')
    ? yield* stampLineFindings(reader, place('onrecord/time-stamps.jsonl'), known)
    : NO_STAMPS
  const told = yield* ledgerLineFindings(reader, place('onrecord/ledger.jsonl'), { ...checked, head, isWhole, stamps })
  const { entries, stamped } = told
  const statements = are('onrecord/statements.jsonl')
    ? yield* statementFindings(reader, place('onrecord/statements.jsonl'), told)
    : 0
  return { records: checked.records.size, entries, statements, stamped, lastStamp }
}

async function* allFindings(
  reader: WaczReader,
  places: readonly PartPlace[],
  known: StampsKnown,
): AsyncGenerator<Finding, Checked> {
  const parts: Parts = new Map(places.map((place) => [place.name, place]))
  const bytesOf = ({ start, size }: PartPlace) => reader.read(start, Math.min(size, MOST_PACKAGE_BYTES))
  const { trusted, signed, vouched, findings } = checkedPackage(
    await bytesOf(placeOf(parts, 'datapackage.json')),
    await bytesOf(placeOf(parts, 'datapackage-digest.json')),
  )
  yield* findings
  const { whole, sha256 } = yield* containerFindings(reader, places, { trusted, vouched })
  const head = trusted?.head ?? { seq: Number.MAX_SAFE_INTEGER, hash: '' }
  const counts = yield* contentFindings(reader, parts, { whole, head, ...known })
  const key = signed === null || trusted === null ? null : fingerprintOf(signed.publicKey)
  return { sha256, key, created: trusted?.created ?? null, ...counts }
}

/** Since when the entries were there, by the time stamps. */
function stampWords({ entries, stamped, lastStamp }: Checked): string {
  if (lastStamp === null) return '; no time stamp says since when it is so'
  return `; ${stamped} of ${counted(entries, 'entry', 'entries')} of the ledger were there when "${lastStamp.by}" stamped it, the last time at ${lastStamp.at}`
}

/** What was checked, and what came of it. */
function summary(path: string, checked: Checked, faults: number): string {
  const { sha256, key, created, records, entries, statements } = checked
  const counts = [
    counted(records, 'record', 'records'),
    counted(entries, 'ledger entry', 'ledger entries'),
    counted(statements, 'statement', 'statements'),
  ]
  const words = `${path} (SHA-256 ${sha256}): checked ${counts[0]}, ${counts[1]} and ${counts[2]}`
  if (faults > 0) return `${words}: ${faultsWords(faults)}`
  return `${words}: everything is as it was signed on ${created} with the key ${key}; whose key that is, only its owner can tell you${stampWords(checked)}`
}

/**
 * Checks an export by itself, without the record that it came from: the ZIP to the byte, the signature, every digest, and
 * that records, index, pages, ledger, texts and statements belong together. Prints a line a finding.
 *
 * @returns how many faults were found
 * @throws ExpectedError where there is no such file, or it is no export
 */
export async function verifyWacz(
  path: string,
  { out, ...known }: StampsKnown & { readonly out: (line: string) => Promise<void> },
): Promise<number> {
  const reader = await WaczReader.open(path)
  try {
    const places = await reader.places()
    if (places === null) throw new ExpectedError(`${path}: ${await unfitSentence(reader)}`)
    const { faults, result } = await printed(allFindings(reader, places, known), out)
    await out(summary(path, result, faults))
    return faults
  } finally {
    await reader.close()
  }
}
