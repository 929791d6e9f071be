/** The command `verify`: checks the record, or an export by itself. */
import { type Command, plainWords, someFailed, WrongUse } from './command.ts'
import { knownAuthorities } from './gather/known-authorities.ts'
import { verifyRecord } from './jobs/verify/verify-record.ts'
import { verifyWacz } from './jobs/verify/wacz/verify-wacz.ts'
import { openRecord } from './open-record.ts'
import { systemClock } from './store/system-clock.ts'

/** `verify` and `verify FILE.wacz`. */
export const verify: Command = async (argv, { settings, out }) => {
  const [path, ...others] = plainWords(argv)
  if (others.length > 0) throw new WrongUse('verify takes one export, or nothing for the whole record')
  const known = knownAuthorities(settings.timeCertificates)
  const now = systemClock.now()
  if (path !== undefined) return someFailed(await verifyWacz(path, { known, now, out }))
  const { store, archive } = await openRecord(settings, systemClock)
  try {
    return someFailed(await verifyRecord({ evidence: store.evidence, archive, known, now, out }))
  } finally {
    await store.close()
  }
}
