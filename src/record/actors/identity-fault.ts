import type { Id } from '../id.ts'
import { type IdentityDecision, identitiesAt, standingDecisions } from './identities.ts'

type Split = Extract<IdentityDecision, { readonly kind: 'split' }>
type Undo = Extract<IdentityDecision, { readonly kind: 'undo' }>

/** What is on the record when a decision is made. */
export type DecidedAbout = {
  readonly earlier: readonly IdentityDecision[]
  /** Whether there is an actor with this id. */
  readonly isActor: (id: Id) => boolean
  /** The statements whose speaker an actor is now. */
  readonly statementsOf: (actorId: Id) => readonly Id[]
}

const FOREVER = '9999'

/**
 * What is wrong with a decision about who is who, in a sentence that says what to do; null where it can be made.
 */
export function identityFault(decision: IdentityDecision, about: DecidedAbout): string | null {
  const { actorOf } = identitiesAt(about.earlier, FOREVER)
  const notCurrent = (id: Id) => {
    if (!about.isActor(id)) return `there is no actor "${id}"; choose one that is on the record`
    return actorOf(id) === id
      ? null
      : `"${id}" was merged into "${actorOf(id)}"; decide about that one, or undo the merge first`
  }
  switch (decision.kind) {
    case 'merge':
      if (decision.gone === decision.into) return `"${decision.gone}" cannot be merged into itself; choose two actors`
      return notCurrent(decision.gone) ?? notCurrent(decision.into)
    case 'split':
      return notCurrent(decision.from) ?? splitFault(decision, about)
    case 'undo':
      return undoFault(decision, about)
  }
}

function splitFault({ from, to, places }: Split, { isActor, statementsOf }: DecidedAbout): string | null {
  const fresh = to.filter((id) => id !== from)
  if (fresh.length === 0) return `a split of "${from}" needs at least one new actor; name one`
  const taken = fresh.find(isActor)
  if (taken !== undefined) return `"${taken}" is an actor already; give the new one an id of its own`
  const placed = new Map(places.map((place) => [place.statementId, place.to]))
  if (placed.size < places.length) return 'a statement is sent to two actors; send each to one'
  const ends = new Set([from, ...to])
  const wrong = places.find((place) => !ends.has(place.to))
  if (wrong !== undefined)
    return `statement ${wrong.statementId} is sent to "${wrong.to}", which is none of the split’s; mend it`
  const own = statementsOf(from)
  const left = own.filter((id) => !placed.has(id))
  if (left.length > 0)
    return `${left.length} of the statements of "${from}" are sent nowhere, the first is ${left[0]}; say whose each is`
  const foreign = places.find(({ statementId }) => !own.includes(statementId))
  return foreign === undefined ? null : `statement ${foreign.statementId} is not of "${from}"; take it out`
}

/** The actors that a decision makes or ends: whatever is decided about them later rests on it. */
function actorsOf(decision: IdentityDecision): readonly Id[] {
  if (decision.kind === 'merge') return [decision.gone, decision.into]
  return decision.kind === 'split' ? [decision.from, ...decision.to] : []
}

function undoFault({ undoes }: Undo, { earlier }: DecidedAbout): string | null {
  const standing = standingDecisions(earlier)
  const place = standing.findIndex(({ id }) => id === undoes)
  const undone = standing[place]
  if (undone === undefined)
    return earlier.some(({ id }) => id === undoes)
      ? `decision ${undoes} was undone before; undo that, if it is to stand again`
      : `there is no decision ${undoes}; choose one that is on the record`
  const actors = new Set(undone.kind === 'undo' ? actorsUnder(undone, earlier) : actorsOf(undone))
  const resting = standing.slice(place + 1).find((later) => actorsOf(later).some((id) => actors.has(id)))
  return resting === undefined ? null : `decision ${resting.id} rests on it; undo that first`
}

/** The actors that an undoing is about: those of what it undid, however many times over. */
function actorsUnder({ undoes }: Undo, earlier: readonly IdentityDecision[]): readonly Id[] {
  const undone = earlier.find(({ id }) => id === undoes)
  if (undone === undefined) return []
  return undone.kind === 'undo' ? actorsUnder(undone, earlier) : actorsOf(undone)
}
