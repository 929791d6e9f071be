import { type Bounce, isGivenUp } from '../record/newsletter/bounce.ts'
import type { Queries } from './mailing-database.ts'

/** Why nothing is written to an address any more, by the kind of failure that it took. */
const REASONS = { gone: 'refused', soft: 'refused', complaint: 'complained' } as const

/** Counts a failure against the address that a delivery went to, once for each kind, and suppresses it where that is enough. */
export function countBounce({ all, run }: Queries, delivery: number, { kind, status, at }: Bounce): void {
  const isNew = run(
    `insert or ignore into bounces (delivery, subscriber, kind, status, at)
     select seq, subscriber, ?, ?, ? from deliveries where seq = ?`,
    kind,
    status,
    at,
    delivery,
  )
  if (isNew === 0) return
  const known = all<Bounce>(
    `select b.kind, b.status, b.at from bounces b
     join deliveries d on d.subscriber = b.subscriber where d.seq = ?`,
    delivery,
  )
  if (!isGivenUp(known, at)) return
  run(
    `insert or ignore into suppressions (digest, reason, added_at)
     select s.digest, ?, ? from subscribers s join deliveries d on d.subscriber = s.seq where d.seq = ?`,
    REASONS[kind],
    at,
    delivery,
  )
}
