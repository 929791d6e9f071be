import { type Kysely, sql } from 'kysely'
import { linkKey } from '../article/feed/link-key.ts'
import type { Id } from '../record/id.ts'
import { keyedDigest, type RecordKey } from '../record/keyed-digest.ts'
import type { ReadmissionAsked, Removal } from '../record/removal.ts'
import { digestOfData } from './digests.ts'
import { readmissionBody } from './removal-body.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'
import { insertAll, type Writer } from './writer.ts'

/** A digest by which an address is known again, however it is written, and which gives nothing of it away. */
function digestOf(key: RecordKey, address: string): string {
  const isWeb = /^https?:/iu.test(address) && URL.canParse(address)
  return keyedDigest(key, digestOfData(['address', isWeb ? linkKey(address) : address]))
}

/** Remembers the addresses that captures were made at, so that what was removed does not come back from them. */
export async function rememberAddresses({ trx, key }: Writer, removalId: Id, captures: readonly Id[]): Promise<void> {
  const rows = await trx.selectFrom('captures').select(['url', 'asked_url']).where('id', 'in', captures).execute()
  const addresses = rows.flatMap(({ url, asked_url }) => [url, asked_url].filter((address) => address !== null))
  const digests = [...new Set(addresses.map((address) => digestOf(key, address)))].sort()
  const removed = digests.map((digest) => ({ digest, removal_id: removalId }))
  await insertAll(removed, (some) => trx.insertInto('removed_addresses').values(some).execute())
}

type Held = Removal & { readonly removalId: Id }

/** The removals of what stood at an address that nobody has let in again, the last one first. */
async function heldBack(db: Kysely<Tables>, key: RecordKey, address: string): Promise<readonly Held[]> {
  return db
    .selectFrom('removed_addresses as a')
    .innerJoin('removals as r', 'r.id', 'a.removal_id')
    .select(['r.id as removalId', 'r.article_id as articleId', 'r.recorded_at as at', 'r.reason'])
    .where('a.digest', '=', digestOf(key, address))
    .where(sql<boolean>`r.id not in (select removal_id from readmissions)`)
    .orderBy('r.id', 'desc')
    .execute()
}

/** The last removal that holds an address back; null where there is none. */
export async function removedAt(db: Kysely<Tables>, key: RecordKey, address: string): Promise<Removal | null> {
  const [last] = await heldBack(db, key, address)
  return last === undefined ? null : { articleId: last.articleId, at: last.at, reason: last.reason }
}

/** Lets articles be added again from an address, and says so in the ledger. @returns false where nothing holds it back */
export async function readmit(writer: Writer, { address, reason, by }: ReadmissionAsked): Promise<boolean> {
  const { trx, now, newId, key } = writer
  const held = await heldBack(trx, key, address)
  for (const { removalId } of held) {
    const id = newId()
    const row = { id, removal_id: removalId, reason, readmitted_by: by, recorded_at: now }
    await trx.insertInto('readmissions').values(row).execute()
    await writeLedger(writer, 'readmission', await readmissionBody(trx, id))
  }
  return held.length > 0
}
