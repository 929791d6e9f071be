import type { Kysely } from 'kysely'
import type { NamedArticle } from '../record/dossiers.ts'
import type { Id } from '../record/id.ts'
import type { Tables } from './tables.ts'

/** What a dossier's file calls the actors and articles of the record. */
export type FileNames = {
  readonly actors: readonly (readonly [inFile: Id, actorId: Id])[]
  readonly articles: readonly NamedArticle[]
}

const NONE: FileNames = { actors: [], articles: [] }

/**
 * What a dossier's file called them when it was last taken in.
 *
 * @param at up to this record time
 */
export async function fileNames(db: Kysely<Tables>, dossierId: Id, at: string): Promise<FileNames> {
  const row = await db
    .selectFrom('decisions')
    .select('names')
    .where('dossier_id', '=', dossierId)
    .where('names', 'is not', null)
    .where('recorded_at', '<=', at)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? NONE : (JSON.parse(row.names ?? 'null') as FileNames)
}
