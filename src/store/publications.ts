import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'
import type { Writer } from './writer.ts'

/** The last word on whether a dossier is published. */
type Publication = { readonly id: Id; readonly isPublished: boolean; readonly recordedAt: string }

/** @param at up to this record time. @returns null where it never was */
export async function publicationOf(db: Kysely<Tables>, dossierId: Id, at: string): Promise<Publication | null> {
  const row = await db
    .selectFrom('publications')
    .select(['id', 'is_published', 'recorded_at'])
    .where('dossier_id', '=', dossierId)
    .where('recorded_at', '<=', at)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, isPublished: row.is_published === 1, recordedAt: row.recorded_at }
}

/** Says of a dossier that it is published, or no longer. */
export async function writePublication(
  { trx, now, newId }: Writer,
  decisionId: Id,
  {
    dossierId,
    isPublished,
    supersedes,
  }: { readonly dossierId: Id; readonly isPublished: boolean; readonly supersedes: Id | null },
): Promise<void> {
  await trx
    .insertInto('publications')
    .values({
      id: newId(),
      decision_id: decisionId,
      dossier_id: dossierId,
      supersedes,
      is_published: isPublished ? 1 : 0,
      recorded_at: now,
    })
    .execute()
}
