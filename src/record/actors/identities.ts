import type { Id } from '../id.ts'

/** Where a split sends one statement. */
export type Placement = { readonly statementId: Id; readonly to: Id }

/** What a person can decide about who is who. */
export type IdentityDeed =
  | { readonly kind: 'merge'; readonly gone: Id; readonly into: Id }
  /** `from` was several: it says of each of its statements whose it is. Those of `to` that are not `from` are new. */
  | { readonly kind: 'split'; readonly from: Id; readonly to: readonly Id[]; readonly places: readonly Placement[] }
  | { readonly kind: 'undo'; readonly undoes: Id }

/**
 * What a person decided about who is who. Ids stay for ever: a merged id goes on leading to the actor that it is now,
 * and every decision can be undone by another.
 */
export type IdentityDecision = { readonly id: Id; readonly recordedAt: string } & IdentityDeed

/** Who is who at a moment of the record. */
export type Identities = {
  /** The actor that an id leads to now; the id itself where nothing was decided about it. */
  actorOf(id: Id): Id
  /** The speaker of a statement: where a split sent it, else the actor it was taken for, as that one is known now. */
  speakerOf(statementId: Id, takenFor: Id): Id
}

/** Those that stand, in the order in which they were made: not undone, or with their undoing undone. */
export function standingDecisions(decisions: readonly IdentityDecision[]): readonly IdentityDecision[] {
  const inOrder = decisions.toSorted((a, b) =>
    a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1,
  )
  const undone = new Set<Id>()
  // From the last: what undoes is later than what it undoes.
  for (const decision of inOrder.toReversed())
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.undoes)
  return inOrder.filter(({ id }) => !undone.has(id))
}

/**
 * Who is who by what was decided up to a moment.
 *
 * @param decisions in any order
 * @param at        UTC, ISO 8601 with milliseconds
 */
export function identitiesAt(decisions: readonly IdentityDecision[], at: string): Identities {
  const leads = new Map<Id, Id>()
  const placed = new Map<Id, Id>()
  for (const decision of standingDecisions(decisions.filter(({ recordedAt }) => recordedAt <= at))) {
    if (decision.kind === 'merge') leads.set(decision.gone, decision.into)
    if (decision.kind === 'split') for (const { statementId, to } of decision.places) placed.set(statementId, to)
  }
  const actorOf = (id: Id): Id => {
    const passed = new Set<Id>()
    let actor = id
    for (let next = leads.get(actor); next !== undefined && !passed.has(next); next = leads.get(actor)) {
      passed.add(actor)
      actor = next
    }
    return actor
  }
  return { actorOf, speakerOf: (statementId, takenFor) => actorOf(placed.get(statementId) ?? takenFor) }
}
