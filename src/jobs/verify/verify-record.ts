import type { X509Certificate } from 'node:crypto'
import type { Archive } from '../../record/archive.ts'
import type { Evidence } from '../../record/evidence.ts'
import { anchorFindings } from './anchor-findings.ts'
import { archiveFindings } from './archive-findings.ts'
import { ledgerFindings } from './ledger-findings.ts'
import { counted, faultsWords, printed } from './printed.ts'
import { type CheckedStamps, stampFindings } from './stamp-findings.ts'

export type VerifyOptions = {
  readonly evidence: Evidence
  readonly archive: Archive
  /** Authorities for time stamps that are known. */
  readonly known: readonly X509Certificate[]
  /** UTC. */
  readonly now: string
  readonly out: (line: string) => Promise<void>
}

/** What was checked of time stamps; nothing where there is none. */
function stampWords({ stamps, last }: CheckedStamps): string {
  if (stamps === 0) return ''
  const count = stamps === 1 ? '1 time stamp' : `${stamps} time stamps`
  return last === null ? ` and ${count}` : ` and ${count}, the last of ${last.at} over entry ${last.seq}`
}

/** What was checked, and what came of it. */
function summary(
  counts: {
    readonly entries: number
    readonly statements: number
    readonly records: number
    readonly bytes: number
  } & CheckedStamps,
  faults: number,
): string {
  const megabytes = (counts.bytes / 1e6).toFixed(counts.bytes < 1e5 ? 3 : 1)
  const checked = `checked ${counted(counts.entries, 'ledger entry', 'ledger entries')}, ${counted(counts.statements, 'statement', 'statements')} and ${counted(counts.records, 'record', 'records')} of the archive (${megabytes} MB)${stampWords(counts)}`
  if (faults === 0) return `${checked}: everything is as it was recorded`
  return `${checked}: ${faultsWords(faults)}`
}

/**
 * Checks everything that is kept: the ledger's chain, what is stored against it, where every statement stands, every
 * byte of the archive, and the time stamps. Prints
 * a line a finding.
 *
 * @returns how many faults were found
 */
export async function verifyRecord({ evidence, archive, known, now, out }: VerifyOptions): Promise<number> {
  const ledger = await printed(ledgerFindings(evidence), out)
  const anchors = await printed(anchorFindings(evidence), out)
  const kept = await printed(archiveFindings({ evidence, archive }), out)
  const stamps = await printed(stampFindings({ evidence, known, now }), out)
  const faults = ledger.faults + anchors.faults + kept.faults + stamps.faults
  await out(summary({ entries: ledger.result, statements: anchors.result, ...kept.result, ...stamps.result }, faults))
  return faults
}
