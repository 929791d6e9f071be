import type { Archive } from '../../record/archive.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Finding } from '../../record/finding.ts'
import { archiveFindings } from './archive-findings.ts'
import { ledgerFindings } from './ledger-findings.ts'

export type VerifyOptions = {
  readonly evidence: Evidence
  readonly archive: Archive
  readonly out: (line: string) => Promise<void>
}

function lineOf({ place, sentence }: Finding): string {
  return `${place}: ${sentence}`
}

/** Prints findings as they come. */
async function printed<Result>(
  findings: AsyncGenerator<Finding, Result>,
  out: VerifyOptions['out'],
): Promise<{ readonly faults: number; readonly result: Result }> {
  let faults = 0
  for (;;) {
    const { value, done } = await findings.next()
    if (done === true) return { faults, result: value }
    if (value.isFault) faults += 1
    await out(lineOf(value))
  }
}

/** What was checked, and what came of it. */
function summary(
  counts: { readonly entries: number; readonly records: number; readonly bytes: number },
  faults: number,
): string {
  const megabytes = (counts.bytes / 1e6).toFixed(counts.bytes < 1e5 ? 3 : 1)
  const checked = `checked ${counts.entries} ledger entries and ${counts.records} records of the archive (${megabytes} MB)`
  if (faults === 0) return `${checked}: everything is as it was recorded`
  return `${checked}: ${faults === 1 ? '1 fault' : `${faults} faults`}, each named above; what is not named is as it was recorded`
}

/**
 * Checks everything that is kept: the ledger's chain, what is stored against it, and every byte of the archive. Prints
 * a line a finding.
 *
 * @returns how many faults were found
 */
export async function verifyRecord({ evidence, archive, out }: VerifyOptions): Promise<number> {
  const ledger = await printed(ledgerFindings(evidence), out)
  const kept = await printed(archiveFindings({ evidence, archive }), out)
  const faults = ledger.faults + kept.faults
  await out(summary({ entries: ledger.result, ...kept.result }, faults))
  return faults
}
