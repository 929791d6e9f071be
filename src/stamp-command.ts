/** Wires time stamps: the command `stamp`, and the daily one. */
import { randomBytes } from 'node:crypto'
import { type Command, DONE, WrongUse } from './command.ts'
import { authorityAt } from './gather/ask-authority.ts'
import { knownAuthorities } from './gather/known-authorities.ts'
import { type StampOutcome, stampLedger } from './jobs/stamp-ledger.ts'
import { openRecord } from './open-record.ts'
import type { Store } from './record/store.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'

/** What has the ledger stamped; null where the settings name no authority. */
export function stamperFor(
  { timeAuthority: authority, timeCertificates }: Settings,
  store: Store,
): ((signal: AbortSignal) => Promise<StampOutcome>) | null {
  if (authority === null) return null
  const known = knownAuthorities(timeCertificates)
  const ask = authorityAt(authority)
  return (signal) => stampLedger({ store, authority, ask, signal, known, random: () => randomBytes(8) })
}

function outcomeWords(outcome: StampOutcome): string {
  if (outcome.state === 'empty') return 'the ledger is empty; there is nothing to stamp yet'
  if (outcome.state === 'current') return `nothing was recorded since the last time stamp (ledger entry ${outcome.seq})`
  const { covers, at, by } = outcome
  return `the ledger up to entry ${covers.seq} was stamped at ${at} by "${by}"`
}

/** `stamp`: has the ledger stamped now, and prints what came of it. */
export const stamp: Command = async (argv, { settings, out }) => {
  if (argv.length > 0) throw new WrongUse('stamp takes nothing; it has the whole ledger stamped')
  const { store } = await openRecord(settings, systemClock)
  try {
    const stampLatest = stamperFor(settings, store)
    if (stampLatest === null)
      throw new WrongUse('set ONRECORD_TSA to the address of an authority for time stamps (RFC 3161)')
    await out(outcomeWords(await stampLatest(new AbortController().signal)))
    return DONE
  } finally {
    await store.close()
  }
}
