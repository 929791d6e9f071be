import { type Kysely, sql } from 'kysely'
import type { DossierView, Recent } from '../record/public-record.ts'
import { movesIn, newestFirst } from './public-front.ts'
import type { Tables } from './tables.ts'

/** Since when an event of a dossier is public and reads as it does: it was recorded, and the dossier published. */
function publicSince({ since, publishedAt, changedAt }: DossierView, eventId: string): string {
  const recordedAt = since.get(eventId) ?? changedAt
  return publishedAt !== null && publishedAt > recordedAt ? publishedAt : recordedAt
}

/** The `limit` events that were recorded last, of all public dossiers; of those recorded at once, the newest first. */
export function recentMoves(views: readonly DossierView[], limit: number): Recent['moved'] {
  return views
    .flatMap((view) => movesIn(view).map((dated) => ({ ...dated, at: publicSince(view, dated.move.event.id) })))
    .toSorted((a, b) => (a.at === b.at ? newestFirst(a, b) : a.at < b.at ? 1 : -1))
    .slice(0, limit)
    .map(({ move, at }) => ({ ...move, recordedAt: at }))
}

/** When the last decision, text version or removal was recorded: whatever is public is made of these. */
export async function lastChange(db: Kysely<Tables>): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select max(at) as at from (
      select (select recorded_at from decisions order by seq desc limit 1) as at
      union all select (select recorded_at from texts order by id desc limit 1)
      union all select (select max(recorded_at) from removals)
    )`.execute(db)
  return rows[0]?.at ?? null
}
