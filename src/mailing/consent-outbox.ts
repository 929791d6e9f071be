import type { ConsentAct } from '../record/newsletter/consent.ts'
import type { Queries } from './mailing-database.ts'

const AT_ONCE = 100

/** Writes down what a person did, in the transaction in which it takes effect, for the ledger to be told. */
export function tellLedger({ run }: Queries, act: ConsentAct): void {
  run('insert into consent_outbox (id, act) values (?, ?)', act.id, JSON.stringify(act))
}

/** What the ledger was not told of yet, the first one first. */
export function untold({ all }: Queries): readonly ConsentAct[] {
  return all<{ act: string }>(`select act from consent_outbox order by seq limit ${AT_ONCE}`).map(
    ({ act }) => JSON.parse(act) as ConsentAct,
  )
}
