import { createHash } from 'node:crypto'
import type { EntryCandidate } from '../record/feeds.ts'
import type { Id } from '../record/id.ts'
import { articleAt } from './article-at.ts'
import type { Writer } from './writer.ts'

/** The bytes of a key's digest: two of a billion keys are alike by chance once in 10^20. */
const KEY_BYTES = 16

/** A feed that makes its ids and links anew at every look would give an entry new keys for ever. */
const MAX_KEYS = 40

/** The digest by which a key is known again. */
export function digestOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, KEY_BYTES)
}

/** The oldest entry that has one of the keys, and which of them are known; null where none is. */
async function knownBy({ trx }: Writer, keys: readonly Uint8Array[]) {
  const rows = await trx
    .selectFrom('feed_entry_keys as k')
    .innerJoin('feed_entries as e', 'e.seq', 'k.entry')
    .select(['k.key', 'e.seq', 'e.is_taken', 'e.keys'])
    .where('k.key', 'in', keys)
    .orderBy('e.seq')
    .execute()
  const [entry] = rows
  if (entry === undefined) return null
  const known = new Set(rows.map(({ key }) => Buffer.from(key).toString('hex')))
  return { entry, isKnown: (key: Uint8Array) => known.has(Buffer.from(key).toString('hex')) }
}

async function addKeys({ trx }: Writer, entry: number, keys: readonly Uint8Array[]): Promise<void> {
  if (keys.length === 0) return
  await trx
    .insertInto('feed_entry_keys')
    .values(keys.map((key) => ({ key, entry })))
    .execute()
}

async function rememberOne(writer: Writer, feedId: Id, { keys, addresses }: EntryCandidate): Promise<number | null> {
  const digests = keys.map(digestOfKey)
  const known = await knownBy(writer, digests)
  if (known !== null) {
    const { entry, isKnown } = known
    // Its new ids and links are its own from now on, so that it is known again when the others change.
    const more = digests.filter((key) => !isKnown(key)).slice(0, Math.max(0, MAX_KEYS - entry.keys))
    await addKeys(writer, entry.seq, more)
    if (more.length > 0)
      await writer.trx
        .updateTable('feed_entries')
        .set({ keys: entry.keys + more.length })
        .where('seq', '=', entry.seq)
        .execute()
    return entry.is_taken === 1 ? null : entry.seq
  }
  const isThere = (await articleAt(writer.trx, addresses)) !== null
  const { seq } = await writer.trx
    .insertInto('feed_entries')
    .values({ feed_id: feedId, is_taken: Number(isThere), keys: digests.length })
    .returning('seq')
    .executeTakeFirstOrThrow()
  await addKeys(writer, seq, digests)
  return isThere ? null : seq
}

/** Remembers entries in their order, so that one that comes twice is known the second time. */
export async function rememberEntries(
  writer: Writer,
  feedId: Id,
  candidates: readonly EntryCandidate[],
): Promise<readonly (number | null)[]> {
  const numbers: (number | null)[] = []
  const given = new Set<number>()
  for (const candidate of candidates) {
    const number = await rememberOne(writer, feedId, candidate)
    numbers.push(number === null || given.has(number) ? null : number)
    if (number !== null) given.add(number)
  }
  return numbers
}
