import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerHead } from '../record/ledger.ts'
import type { KeptTimeStamp, TimeStamp } from '../record/time-stamps.ts'
import { timeStampBody } from './ledger-bodies.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

/** How many are read at once; each is some thousand bytes. */
const STAMPS = 100

/** Keeps a time stamp, and tells of it in the ledger. */
export async function writeTimeStamp(
  writer: Writer,
  { covers: { seq, hash }, authority, request, answer }: TimeStamp,
): Promise<LedgerHead> {
  const { trx, now, newId } = writer
  const id = newId()
  await trx.insertInto('time_stamps').values({ id, seq, hash, authority, request, answer, recorded_at: now }).execute()
  return writeLedger(writer, 'time-stamp', await timeStampBody(trx, id))
}

/** The time stamps that follow the one at `after`, in order; at most a hundred, none at the end. */
export async function readTimeStamps(db: Kysely<Tables>, after: Id | null): Promise<readonly KeptTimeStamp[]> {
  const rows = await db
    .selectFrom('time_stamps')
    .selectAll()
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(STAMPS)
    .execute()
  return rows.map(({ id, seq, hash, authority, request, answer, recorded_at: recordedAt }) => {
    return { id, covers: { seq, hash }, authority, request, answer, recordedAt }
  })
}

/** When the last one was kept; null where there is none. */
export async function lastTimeStampAt(db: Kysely<Tables>): Promise<string | null> {
  const row = await db.selectFrom('time_stamps').select('recorded_at').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.recorded_at ?? null
}
