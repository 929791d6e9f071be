import type { X509Certificate } from 'node:crypto'
import type { Evidence } from '../../record/evidence.ts'
import type { Finding } from '../../record/finding.ts'
import type { LedgerEntry } from '../../record/ledger.ts'
import type { KeptTimeStamp } from '../../record/time-stamps.ts'
import { type CheckedStamp, checkStamp } from '../../stamp/check-stamp.ts'
import { NoStamp } from '../../stamp/read-stamp.ts'
import { STAMP_FAULTS } from '../stamp-words.ts'

/** How many were checked, and the last good one. */
export type CheckedStamps = {
  readonly stamps: number
  readonly last: { readonly at: string; readonly seq: number } | null
}

export type StampParts = {
  readonly evidence: Evidence
  /** By which authorities are known; empty where none is named. */
  readonly known: readonly X509Certificate[]
  /** UTC. */
  readonly now: string
}

/** Clocks of machines that are set by the network differ by less than a second; of others, by minutes. */
const CLOCK_MS = 5 * 60_000

function fault(place: string, sentence: string): Finding {
  return { place, sentence, isFault: true }
}

function note(place: string, sentence: string): Finding {
  return { place, sentence, isFault: false }
}

const dayOf = (at: string) => at.slice(0, 10)

/** All time stamps, in order. */
async function* stampsOf(evidence: Evidence): AsyncGenerator<KeptTimeStamp> {
  let more = await evidence.timeStamps(null)
  while (more.length > 0) {
    yield* more
    more = await evidence.timeStamps(more.at(-1)?.id ?? null)
  }
}

/** What the stamp says of the ledger as it is now. */
async function ledgerFindings(
  evidence: Evidence,
  { covers: { seq, hash } }: KeptTimeStamp,
  { at, place }: { readonly at: string; readonly place: string },
): Promise<readonly Finding[]> {
  const entry = await evidence.entry(seq)
  if (entry === null) {
    const end = (await evidence.lastEntry())?.seq ?? 0
    const what = end < seq ? `the ledger ends at entry ${end}; it was cut short` : 'that entry was taken out'
    return [fault(place, `it covers entry ${seq} of the ledger, and ${what} after ${dayOf(at)}`)]
  }
  if (entry.hash !== hash)
    return [
      fault(place, `the ledger's entry ${seq} is not the one that was stamped; it was altered after ${dayOf(at)}`),
    ]
  return clockFindings(entry, { at, place })
}

/** A clock of this machine that went ahead of the authority's, which an entry shows that was stamped before its time. */
function clockFindings({ seq, at: recordedAt }: LedgerEntry, { at, place }: { at: string; place: string }) {
  if (Date.parse(recordedAt) - Date.parse(at) <= CLOCK_MS) return []
  const sentence = `entry ${seq} says that it was recorded at ${recordedAt}, and was stamped at ${at}; this machine's clock was ahead`
  return [note(place, sentence)]
}

/** What is to be known of who signed, said once for all that they signed. */
export function authorityFindings(
  { authority }: CheckedStamp,
  { known, now }: Pick<StampParts, 'known' | 'now'>,
): readonly Finding[] {
  if (authority === null) return []
  const { name, root, validTo } = authority
  const unknown = `who this is cannot be told here: the chain of certificates ends at "${root.name}" (SHA-256 ${root.sha256}); if you know it, name its file in ONRECORD_TSA_CA`
  const ranOut = `its certificate ran out on ${dayOf(validTo)}; what it stamped before that holds`
  return [
    ...(known.length === 0 ? [note(`authority "${name}"`, unknown)] : []),
    ...(validTo < now ? [note(`authority "${name}"`, ranOut)] : []),
  ]
}

async function oneStamp(stamp: KeptTimeStamp, parts: StampParts) {
  const { id, covers, request, answer } = stamp
  try {
    const checked = checkStamp(answer, { sha256: covers.hash, request, known: parts.known })
    const place = `time stamp of ${checked.at} (${id})`
    if (checked.fault !== null) return { findings: [fault(place, STAMP_FAULTS[checked.fault])], checked: null }
    const findings = await ledgerFindings(parts.evidence, stamp, { at: checked.at, place })
    return { findings, checked }
  } catch (error) {
    if (!(error instanceof NoStamp)) throw error
    return { findings: [fault(`time stamp ${id}`, error.message)], checked: null }
  }
}

/** Checks every time stamp, without asking anybody, and the ledger against them. */
export async function* stampFindings(parts: StampParts): AsyncGenerator<Finding, CheckedStamps> {
  const said = new Set<string>()
  let result: CheckedStamps = { stamps: 0, last: null }
  for await (const stamp of stampsOf(parts.evidence)) {
    const { findings, checked } = await oneStamp(stamp, parts)
    yield* findings
    const isGood = checked !== null && !findings.some(({ isFault }) => isFault)
    result = {
      stamps: result.stamps + 1,
      last: isGood ? { at: checked.at, seq: stamp.covers.seq } : result.last,
    }
    for (const finding of checked === null ? [] : authorityFindings(checked, parts)) {
      if (said.has(finding.place + finding.sentence)) continue
      said.add(finding.place + finding.sentence)
      yield finding
    }
  }
  return result
}
