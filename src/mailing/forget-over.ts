import type { Queries } from './mailing-database.ts'
import { forgetCounts } from './take-allowance.ts'

/** Work that was shown is too old to be shown again by then: its own time is shorter. */
const PROOFS_MS = 86_400_000

/** Of who may not be written to any more, mails are never due; by then their links are over, too. */
const MAILS_MS = 7 * 86_400_000

const before = (now: string, ms: number) => new Date(Date.parse(now) - ms).toISOString()

/** Forgets sign-ups that nobody confirmed in time, with the addresses that were only kept for them; and old counts. */
export function forgetOver(queries: Queries, now: string): void {
  const { run } = queries
  run('delete from answer_mails where not_before < ?', before(now, MAILS_MS))
  const over = `select seq from sign_ups where confirmed_at is null and over_at < ?`
  run(`delete from answer_mails where sign_up in (${over})`, now)
  run('delete from sign_ups where confirmed_at is null and over_at < ?', now)
  run(
    `delete from answer_mails where subscriber in (select seq from subscribers where state = 'waiting')
     and subscriber not in (select subscriber from sign_ups)`,
  )
  run(`delete from subscribers where state = 'waiting' and seq not in (select subscriber from sign_ups)`)
  forgetCounts(queries, { now, proofsBefore: before(now, PROOFS_MS) })
}
