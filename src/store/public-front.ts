import type { CommitmentEvent } from '../record/commitments/commitment.ts'
import { eventsInOrder } from '../record/commitments/three-answers.ts'
import type { Days } from '../record/dossier/days.ts'
import { bounds, happenedBy } from '../record/dossier/in-order.ts'
import type { CommitmentLine, DossierView, Front, MovedLine } from '../record/public-record.ts'
import { headOf } from './public-dossiers.ts'

/** A commitment with how many days it is overdue, or has left; null where it is neither. */
type Timed = { readonly line: CommitmentLine; readonly days: Days; readonly isSure: boolean }

/** The commitments of a dossier as they stand in lists of many. */
export function commitmentLines(view: DossierView): readonly CommitmentLine[] {
  const { dossier, standing } = view
  const actors = new Map(dossier.actors.map((actor) => [actor.id, actor]))
  return standing.commitments.map(({ commitment, answers }) => ({
    dossier: headOf(view),
    actor: actors.get(commitment.actorId) ?? null,
    commitment,
    answers,
  }))
}

function overdue(line: CommitmentLine): readonly Timed[] {
  const { schedule } = line.answers
  return schedule.state === 'overdue' || schedule.state === 'perhaps overdue'
    ? [{ line, days: schedule.by, isSure: schedule.state === 'overdue' }]
    : []
}

function due(line: CommitmentLine): readonly Timed[] {
  const { schedule } = line.answers
  return schedule.state === 'due' || schedule.state === 'due soon' ? [{ line, days: schedule.in, isSure: true }] : []
}

/** Those that say the same come by their ids, so that a list is the same at every look. */
function byId(a: CommitmentLine, b: CommitmentLine): number {
  const [one, other] = [a, b].map(({ dossier, commitment }) => `${dossier.id} ${commitment.id}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** What happened to a commitment, and the last day that its date can mean, not after the day that is asked about. */
export type DatedMove = { readonly move: MovedLine; readonly last: number }

/** The newest first, by the day; those of one day by their ids. */
export function newestFirst(a: DatedMove, b: DatedMove): number {
  return b.last - a.last || byId(a.move, b.move) || (a.move.event.id < b.move.event.id ? -1 : 1)
}

/** All that happened in a dossier up to the day that is asked about, and that something supports. */
export function movesIn(view: DossierView): readonly DatedMove[] {
  return commitmentLines(view).flatMap((line) =>
    movesOf(line, view.today).map((move) => ({ move, last: lastDay(move.event, view.today) })),
  )
}

/** Events that something supports, of one commitment, up to the day. */
function movesOf(line: CommitmentLine, today: number): readonly MovedLine[] {
  return happenedBy(eventsInOrder(line.commitment.events), today)
    .filter(({ evidence }) => evidence.length > 0)
    .map((event) => ({ ...line, event }))
}

/** The newest `limit` of all events; each by the last day that its date can mean, none of them after today. */
function newestMoves(views: readonly DossierView[], limit: number): readonly MovedLine[] {
  return views
    .flatMap(movesIn)
    .toSorted(newestFirst)
    .slice(0, limit)
    .map(({ move }) => move)
}

function lastDay({ date }: CommitmentEvent, today: number): number {
  return Math.min(bounds(date)[1], today)
}

/** What of the front page is made of dossiers. */
export type DossierFront = Omit<Front, 'newest' | 'counts'> & { readonly counts: Omit<Front['counts'], 'statements'> }

/** Makes the front page's lists of the public dossiers. */
export function frontOf(views: readonly DossierView[], limit: number): DossierFront {
  const lines = views.flatMap(commitmentLines)
  const late = lines.flatMap(overdue)
  const coming = lines.flatMap(due)
  return {
    moved: newestMoves(views, limit),
    overdue: late
      .toSorted(
        (a, b) =>
          Number(b.isSure) - Number(a.isSure) ||
          b.days.least - a.days.least ||
          b.days.most - a.days.most ||
          byId(a.line, b.line),
      )
      .slice(0, limit)
      .map(({ line }) => line),
    dueNext: coming
      .toSorted((a, b) => a.days.least - b.days.least || a.days.most - b.days.most || byId(a.line, b.line))
      .slice(0, limit)
      .map(({ line }) => line),
    counts: { dossiers: views.length, commitments: lines.length, overdue: late.length, due: coming.length },
    changedAt:
      views
        .map(({ changedAt }) => changedAt)
        .toSorted()
        .at(-1) ?? null,
  }
}
