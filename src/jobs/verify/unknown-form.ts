import type { Finding } from '../../record/finding.ts'
import type { LedgerEntry } from '../../record/ledger.ts'

/** What is said of an entry that another version of Onrecord wrote. Its hash was checked; what it tells of cannot be. */
export function unknownFormFinding({ seq, kind, body }: LedgerEntry): Finding {
  const form = body['form'] === undefined ? 'of no form' : `of form ${JSON.stringify(body['form'])}`
  const sentence = `it is "${kind}" ${form}, which this Onrecord does not know; its hash holds, and what it tells of is not checked here: use the newest Onrecord`
  return { place: `ledger entry ${seq}`, sentence, isFault: true }
}
