import { compareEdtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'
import type { Commitment, CommitmentEvent } from './commitment.ts'
import { eventsInOrder } from './three-answers.ts'

/** Something about an event that may be right and ought to be looked at. */
export type EventFlag = { readonly eventId: Id; readonly flag: 'before its announcement' | 'due before it was set' }

const MAKES: ReadonlySet<CommitmentEvent['kind']> = new Set<CommitmentEvent['kind']>(['announced', 'agreed'])

function flagsOfEvent(event: CommitmentEvent, announced: CommitmentEvent | undefined): readonly EventFlag[] {
  const isEarly =
    announced !== undefined && !MAKES.has(event.kind) && compareEdtf(event.date, announced.date) === 'before'
  const due = event.due?.date ?? null
  const isDueBefore = due !== null && compareEdtf(due, event.date) === 'before'
  return [
    ...(isEarly ? [{ eventId: event.id, flag: 'before its announcement' } as const] : []),
    ...(isDueBefore ? [{ eventId: event.id, flag: 'due before it was set' } as const] : []),
  ]
}

/**
 * What is odd about a commitment's events, and allowed: one that is dated before the commitment was announced or
 * agreed, for the announcement may have been found later; a due date that had passed when it was set.
 */
export function flagsOf(commitment: Commitment): readonly EventFlag[] {
  const events = eventsInOrder(commitment.events)
  const announced = events.find(({ kind }) => MAKES.has(kind))
  return events.flatMap((event) => flagsOfEvent(event, announced))
}
