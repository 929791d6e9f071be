import type { Kysely } from 'kysely'
import type { Commitment } from '../record/commitments/commitment.ts'
import type { Id } from '../record/id.ts'
import type { CommitmentLine, Front, MovedLine } from '../record/public-record.ts'
import type { DayNumber } from '../text/calendar-day.ts'
import { acceptedCount } from './accepted-at.ts'
import { BoundedCache } from './bounded-cache.ts'
import type { DossierCache } from './dossier-cache.ts'
import type { DossierFold } from './dossier-fold.ts'
import { type Asked, articleIn, dayAsked } from './dossier-view.ts'
import { FOREVER } from './forever.ts'
import {
  commitmentLine,
  type FrontDay,
  type FrontSource,
  frontDay,
  frontLines,
  frontSource,
  type Move,
  type Placed,
} from './public-front.ts'
import { newestAccepted } from './public-statements.ts'
import type { Tables } from './tables.ts'

/** Days that are kept of one dossier. */
const DAYS = 2

/** What of a fold the front page needs, and the days that were asked about last. */
type Prepared = { readonly source: FrontSource; readonly days: BoundedCache<DayNumber, FrontDay> }

const prepared = new WeakMap<DossierFold, Prepared>()

/** A fold's share in the front page of a day; null where the dossier is gone. */
export function dayOf(fold: DossierFold, asked: Asked): FrontDay | null {
  if (fold.dossier === null) return null
  const own = prepared.get(fold) ?? {
    source: frontSource(fold.dossier),
    days: new BoundedCache<DayNumber, FrontDay>(DAYS),
  }
  prepared.set(fold, own)
  const today = dayAsked(asked, fold.dossier)
  const day = own.days.get(today) ?? frontDay(own.source, today)
  own.days.set(today, day)
  return day
}

/** The articles that commitments rest on, in any of their events. */
function articlesOf(commitments: readonly Commitment[]): readonly Id[] {
  return commitments.flatMap(({ events }) => events.flatMap(({ evidence }) => evidence.map(({ article }) => article)))
}

export type FrontAsked = { readonly cache: DossierCache; readonly asked: Asked }

/** Commitments with their answers on the day that is asked about, in their order; what stands twice is worked out once. */
export async function commitmentLines(
  db: Kysely<Tables>,
  placed: readonly Placed[],
  { cache, asked }: FrontAsked,
): Promise<readonly CommitmentLine[]> {
  const ids = articlesOf(placed.map(({ commitment }) => commitment))
  const articleOf = articleIn(await cache.articles(db, ids, asked.moment.at ?? FOREVER))
  const lines = new Map<Commitment, CommitmentLine>()
  return placed.map(({ source, commitment }) => {
    const today = dayAsked(asked, source.dossier)
    const line = lines.get(commitment) ?? commitmentLine(source, commitment, { today, articleOf })
    lines.set(commitment, line)
    return line
  })
}

/** Events, each with its commitment as it stands on the day that is asked about. */
export async function movedLines(
  db: Kysely<Tables>,
  moves: readonly Move[],
  asked: FrontAsked,
): Promise<readonly MovedLine[]> {
  const lines = await commitmentLines(db, moves, asked)
  return moves.flatMap(({ event }, at) => {
    const line = lines[at]
    return line === undefined ? [] : [{ ...line, event }]
  })
}

/** The last of the times at which dossiers were changed; null where there are none. */
function lastChanged(folds: readonly DossierFold[]): string | null {
  return folds.reduce<string | null>((last, { changedAt }) => (changedAt > (last ?? '') ? changedAt : last), null)
}

/** What the front page shows at a moment: see the port. */
export async function readFront(db: Kysely<Tables>, limit: number, asked: FrontAsked): Promise<Front> {
  const at = asked.asked.moment.at ?? FOREVER
  const folds = asked.cache.publicFolds(at).filter(({ dossier }) => dossier !== null)
  const { moved, overdue, due, counts } = frontLines(
    folds.flatMap((fold) => dayOf(fold, asked.asked) ?? []),
    limit,
  )
  return {
    moved: await movedLines(db, moved, asked),
    overdue: await commitmentLines(db, overdue, asked),
    dueNext: await commitmentLines(db, due, asked),
    newest: await newestAccepted(db, at, limit),
    counts: { ...counts, statements: await acceptedCount(db, at) },
    changedAt: lastChanged(folds),
  }
}
