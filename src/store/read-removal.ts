import type { Kysely } from 'kysely'
import type { Capture } from '../record/coverage.ts'
import type { Id } from '../record/id.ts'
import type { RecordKey } from '../record/keyed-digest.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import type { Removal } from '../record/removal.ts'
import { StoreError } from '../record/store-error.ts'
import { among } from './accepted-at.ts'
import { removedAt } from './removed-addresses.ts'
import type { Tables } from './tables.ts'

/** That an article was removed; null where it was not. */
export async function readRemoval(db: Kysely<Tables>, articleId: Id): Promise<Removal | null> {
  const row = await db
    .selectFrom('removals')
    .select(['article_id as articleId', 'recorded_at as at', 'reason'])
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  return row ?? null
}

/** All articles that were removed, by their ids. */
export async function allRemovals(db: Kysely<Tables>): Promise<ReadonlyMap<Id, Removal>> {
  const rows = await db
    .selectFrom('removals')
    .select(['article_id as articleId', 'recorded_at as at', 'reason'])
    .execute()
  return new Map(rows.map((removal) => [removal.articleId, removal]))
}

/** Where removals are known, and addresses by their keyed digests. */
type Known = { readonly db: Kysely<Tables>; readonly key: RecordKey }

/** Why bytes are not added: they were removed, whatever they came from; null where they were not. */
async function removedBytes(db: Kysely<Tables>, sha256: string): Promise<string | null> {
  const row = await db
    .selectFrom('removed_things as t')
    .innerJoin('removals as r', 'r.id', 't.removal_id')
    .select(['r.recorded_at as at', 'r.reason'])
    .where('t.kind', '=', 'blob')
    .where('t.id', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) return null
  return `these bytes were removed on ${row.at.slice(0, 10)} (${row.reason}); they are not added again`
}

/** Why nothing is added from an address: what stood there was removed; null where nothing was, or a person let it in again. */
async function removedAddress({ db, key }: Known, address: string): Promise<string | null> {
  const removal = await removedAt(db, key, address)
  if (removal === null) return null
  return `what stood at this address was removed on ${removal.at.slice(0, 10)} (${removal.reason}); it is added again only once somebody says so: npx onrecord readmit ${address} --reason "…"`
}

/**
 * What was removed does not come back: neither its bytes, nor others from its addresses.
 *
 * @throws StoreError where it was removed
 */
export async function assertNotRemoved(known: Known, { sha256, name, url, received }: Capture): Promise<void> {
  const addresses = [url, received?.askedUrl ?? null].filter((address) => address !== null)
  let sentence = await removedBytes(known.db, sha256)
  for (const address of addresses) sentence ??= await removedAddress(known, address)
  if (sentence !== null) throw new StoreError('removed', `${name}: ${sentence}`)
}

/** What an entry is about, as removals name it. */
function thingOf({ kind, body }: LedgerEntry): string {
  return `${kind} ${body[kind]}`
}

/** Those of the entries that tell of something that was removed, or some of it. */
export async function removedAmong(
  db: Kysely<Tables>,
  entries: readonly LedgerEntry[],
): Promise<ReadonlySet<LedgerEntry>> {
  const ids = among(entries.map(({ kind, body }) => String(body[kind])))
  const removed = await db.selectFrom('removed_things').select(['kind', 'id']).where('id', 'in', ids).execute()
  // Something of a decision went with a part of a dossier.
  const emptied = await db
    .selectFrom('emptied_things')
    .select('id')
    .where('kind', '=', 'decision')
    .where('id', 'in', ids)
    .execute()
  // A later removal from the same dossier covers what an earlier one left.
  const covered = await db
    .selectFrom('dossier_removals as r')
    .innerJoin('dossier_removals as later', 'later.dossier_id', 'r.dossier_id')
    .select('r.id')
    .where('r.id', 'in', ids)
    .whereRef('later.seq', '>', 'r.seq')
    .execute()
  const things = new Set(removed.map(({ kind, id }) => `${kind} ${id}`))
  const others = new Set([...emptied, ...covered].map(({ id }) => id))
  return new Set(entries.filter((entry) => things.has(thingOf(entry)) || others.has(String(entry.body[entry.kind]))))
}
