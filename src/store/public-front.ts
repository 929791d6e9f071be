import { actorIndex } from '../record/actors/speaks-for.ts'
import type { Commitment, CommitmentEvent } from '../record/commitments/commitment.ts'
import { scheduleAnswer } from '../record/commitments/schedule.ts'
import { supersededOn } from '../record/commitments/superseded-on.ts'
import { eventsInOrder, threeAnswers } from '../record/commitments/three-answers.ts'
import type { Days } from '../record/dossier/days.ts'
import type { Dossier, DossierHead } from '../record/dossier/dossier.ts'
import { bounds } from '../record/dossier/in-order.ts'
import type { ArticleOf } from '../record/dossier/quoted.ts'
import type { CommitmentLine, Front } from '../record/public-record.ts'
import type { DayNumber } from '../text/calendar-day.ts'
import type { Edtf } from '../text/edtf-time.ts'

/** An event with the first and the last day that its date can mean. */
type Dated = {
  readonly commitment: Commitment
  readonly event: CommitmentEvent
  readonly first: DayNumber
  readonly last: DayNumber
}

/** A commitment with its events in their order, and since when another stands in its place. */
type Ordered = {
  readonly commitment: Commitment
  readonly events: readonly Dated[]
  readonly supersededOn: Edtf | null
}

/** What of a dossier the front page needs, whatever the day. */
export type FrontSource = {
  readonly dossier: Dossier
  readonly commitments: readonly Ordered[]
  /** All events that something supports or disputes, by the last day that their dates can mean, the last first. */
  readonly moves: readonly Dated[]
}

/** A commitment, with the dossier that it stands in. */
export type Placed = { readonly source: FrontSource; readonly commitment: Commitment }

/** A commitment with how many days it is overdue, or has left. */
type Timed = Placed & { readonly days: Days; readonly isSure: boolean }

/** An event of a dossier, and the last day that its date can mean, not after the day that is asked about. */
export type Move = Placed & { readonly event: CommitmentEvent; readonly last: DayNumber }

/** What the front page needs of one dossier on one day. */
export type FrontDay = {
  readonly source: FrontSource
  readonly today: DayNumber
  /** The longest first. */
  readonly overdue: readonly Timed[]
  /** The nearest first. */
  readonly due: readonly Timed[]
}

/** What of a dossier stands in lists. */
export function headOf({ id, title, summary, timeZones }: Dossier): DossierHead {
  return { id, title, summary, timeZones }
}

/** Puts a dossier's events in their order, once for all days. */
export function frontSource(dossier: Dossier): FrontSource {
  const commitments = dossier.commitments.map((commitment): Ordered => {
    const events = eventsInOrder(commitment.events).map((event) => {
      const [first, last] = bounds(event.date)
      return { commitment, event, first, last }
    })
    return { commitment, events, supersededOn: supersededOn(commitment.id, dossier.commitments) }
  })
  const moves = commitments
    .flatMap(({ events }) => events)
    .filter(({ event }) => event.evidence.length > 0)
    .toSorted((a, b) => b.last - a.last)
  return { dossier, commitments, moves }
}

/** Where a dossier's commitments stand to their due dates on a day. */
export function frontDay(source: FrontSource, today: DayNumber): FrontDay {
  const [overdue, due]: [Timed[], Timed[]] = [[], []]
  for (const { commitment, events, supersededOn } of source.commitments) {
    const happened = events.filter(({ first }) => first <= today).map(({ event }) => event)
    const schedule = scheduleAnswer(happened, { today, supersededOn })
    if (schedule.state === 'overdue' || schedule.state === 'perhaps overdue')
      overdue.push({ source, commitment, days: schedule.by, isSure: schedule.state === 'overdue' })
    if (schedule.state === 'due' || schedule.state === 'due soon')
      due.push({ source, commitment, days: schedule.in, isSure: true })
  }
  return { source, today, overdue: overdue.sort(byOverdue), due: due.sort(byDue) }
}

/** Those that say the same come by their ids, so that a list is the same at every look. */
function byId(a: Placed, b: Placed): number {
  return byWord(a.source.dossier.id, b.source.dossier.id) || byWord(a.commitment.id, b.commitment.id)
}

function byWord(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function byOverdue(a: Timed, b: Timed): number {
  return Number(b.isSure) - Number(a.isSure) || b.days.least - a.days.least || b.days.most - a.days.most || byId(a, b)
}

function byDue(a: Timed, b: Timed): number {
  return a.days.least - b.days.least || a.days.most - b.days.most || byId(a, b)
}

/** The newest first, by the day; those of one day by their ids. */
export function byMove(a: Move, b: Move): number {
  return b.last - a.last || byId(a, b) || byWord(a.event.id, b.event.id)
}

/** All that happened in a dossier up to a day, and that something supports or disputes. */
export function movesBy({ source, today }: FrontDay): readonly Move[] {
  return source.moves
    .filter(({ first }) => first <= today)
    .map(({ commitment, event, last }) => ({ source, commitment, event, last: Math.min(last, today) }))
}

/** The newest moves of one dossier by a day, at least `limit` where there are so many: all of the last day among them. */
function newestOf({ source, today }: FrontDay, limit: number): readonly Move[] {
  const found: Move[] = []
  for (const { commitment, event, first, ...dated } of source.moves) {
    if (first > today) continue
    const last = Math.min(dated.last, today)
    if (found.length >= limit && last < (found.at(-1)?.last ?? 0)) break
    found.push({ source, commitment, event, last })
  }
  return found
}

/** The lines of a front page before their answers are worked out. */
export type FrontLines = {
  readonly moved: readonly Move[]
  readonly overdue: readonly Timed[]
  readonly due: readonly Timed[]
  readonly counts: Omit<Front['counts'], 'statements'>
}

/** Chooses what stands on the front page, out of all public dossiers. */
export function frontLines(days: readonly FrontDay[], limit: number): FrontLines {
  const first = <T>(list: readonly T[]) => list.slice(0, limit)
  const sum = (count: (day: FrontDay) => number) => days.reduce((total, day) => total + count(day), 0)
  return {
    moved: first(days.flatMap((day) => newestOf(day, limit)).sort(byMove)),
    overdue: first(days.flatMap(({ overdue }) => first(overdue)).sort(byOverdue)),
    due: first(days.flatMap(({ due }) => first(due)).sort(byDue)),
    counts: {
      dossiers: days.length,
      commitments: sum(({ source }) => source.commitments.length),
      overdue: sum(({ overdue }) => overdue.length),
      due: sum(({ due }) => due.length),
    },
  }
}

/** A commitment as it stands in lists of many. */
export function commitmentLine(
  { dossier, commitments }: FrontSource,
  commitment: Commitment,
  { today, articleOf }: { readonly today: DayNumber; readonly articleOf: ArticleOf },
): CommitmentLine {
  const superseded = commitments.find((one) => one.commitment === commitment)?.supersededOn ?? null
  const options = { today, actors: actorIndex(dossier.actors), articleOf, supersededOn: superseded }
  return {
    dossier: headOf(dossier),
    actor: dossier.actors.find(({ id }) => id === commitment.actorId) ?? null,
    commitment,
    answers: threeAnswers(commitment, options),
  }
}
