import type { DayNumber } from '../../text/calendar-day.ts'
import type { Edtf } from '../../text/edtf-time.ts'
import { happenedBy, inOrder } from '../dossier/in-order.ts'
import type { Id } from '../id.ts'
import { type Commitment, type CommitmentEvent, EVENT_KINDS, type EventKind } from './commitment.ts'
import { type Official, officialAnswer, type Voices } from './official.ts'
import { type Schedule, scheduleAnswer } from './schedule.ts'
import { type SupportAnswer, supportOf } from './support.ts'

/** How well the last thing that happened to a commitment is evidenced, whoever says so. */
export type EvidenceAnswer = SupportAnswer & {
  /** What is said to have happened last; null where nothing has. */
  readonly of: EventKind | null
  readonly eventId: Id | null
}

/** Where a commitment stands on a day, asked three times. Derived whenever it is asked, never stored. */
export type ThreeAnswers = {
  readonly official: Official
  readonly evidence: EvidenceAnswer
  readonly schedule: Schedule
}

/** What the answers depend on besides the commitment. */
export type AnswerOptions = Voices & {
  /** The day that is asked about, where the dossier's day ends last: see `dayInLastZone`. */
  readonly today: DayNumber
  /** When another commitment took its place; null where none did. */
  readonly supersededOn: Edtf | null
}

/** A commitment's events in the order in which they happened; those of one day in the order in which they can come. */
export function eventsInOrder(events: readonly CommitmentEvent[]): readonly CommitmentEvent[] {
  return inOrder(events, ({ kind }) => EVENT_KINDS.indexOf(kind))
}

/** The three answers. What happens only after `today` is left out. */
export function threeAnswers(commitment: Commitment, options: AnswerOptions): ThreeAnswers {
  const events = happenedBy(eventsInOrder(commitment.events), options.today)
  const last = events.at(-1) ?? null
  return {
    official: officialAnswer(events, commitment.actorId, options),
    evidence: {
      of: last?.kind ?? null,
      eventId: last?.id ?? null,
      ...supportOf(last?.evidence ?? [], options.articleOf),
    },
    schedule: scheduleAnswer(events, options),
  }
}
