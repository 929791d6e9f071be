import { type Kysely, sql } from 'kysely'
import type { Recent } from '../record/public-record.ts'
import type { DossierFold } from './dossier-fold.ts'
import { byMove, type FrontDay, type Move, movesBy } from './public-front.ts'
import { dayOf, type FrontAsked, movedLines } from './read-front.ts'
import type { Tables } from './tables.ts'

/** An event with the time since when it is public and reads as it does. */
type RecentMove = Move & { readonly recordedAt: string }

/** It was recorded, and the dossier published. */
function publicSince({ since, publishedAt, changedAt }: DossierFold, eventId: string): string {
  const recordedAt = since.get(eventId) ?? changedAt
  return publishedAt !== null && publishedAt > recordedAt ? publishedAt : recordedAt
}

/** The last recorded first; of those recorded at once, the newest. */
function byRecording(a: RecentMove, b: RecentMove): number {
  return a.recordedAt === b.recordedAt ? byMove(a, b) : a.recordedAt < b.recordedAt ? 1 : -1
}

function recentOf(fold: DossierFold, day: FrontDay, limit: number): readonly RecentMove[] {
  return movesBy(day)
    .map((one) => ({ ...one, recordedAt: publicSince(fold, one.event.id) }))
    .toSorted(byRecording)
    .slice(0, limit)
}

/** The `limit` events that were recorded last, of all public dossiers. */
export async function recentMoves(
  db: Kysely<Tables>,
  limit: number,
  { folds, ...asked }: FrontAsked & { readonly folds: readonly DossierFold[] },
): Promise<Recent['moved']> {
  const all = folds.flatMap((fold) => {
    const day = dayOf(fold, asked.asked)
    return day === null ? [] : recentOf(fold, day, limit)
  })
  const chosen = all.toSorted(byRecording).slice(0, limit)
  const lines = await movedLines(db, chosen, asked)
  return lines.map((line, at) => ({ ...line, recordedAt: chosen[at]?.recordedAt ?? '' }))
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
