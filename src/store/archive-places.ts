import type { Kysely } from 'kysely'
import type { ArchivePlace } from '../record/archive-place.ts'
import type { Tables } from './tables.ts'

/** Up to where an archive is in the record; null where nothing is known of it. */
export async function readPlace(db: Kysely<Tables>, identity: string): Promise<ArchivePlace | null> {
  const row = await db
    .selectFrom('current_archives')
    .select(['part', 'at', 'skip'])
    .where('identity', '=', identity)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps a place instead of the one before it, or, with null, none. */
export async function writePlace(db: Kysely<Tables>, identity: string, place: ArchivePlace | null): Promise<void> {
  await db.deleteFrom('current_archives').where('identity', '=', identity).execute()
  if (place !== null)
    await db
      .insertInto('current_archives')
      .values({ identity, ...place })
      .execute()
}

/** The blob that an archive's record of that address and time gave, or null. */
export async function blobCaptured(db: Kysely<Tables>, url: string, at: string): Promise<string | null> {
  const row = await db
    .selectFrom('captures')
    .select('sha256')
    .where('via', '=', 'archive')
    .where('url', '=', url)
    .where('received_at', '=', at)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.sha256 ?? null
}
