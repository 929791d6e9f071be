import type { Actor, Place } from '../actors/actor.ts'
import type { Commitment, CommitmentEvent } from '../commitments/commitment.ts'
import type { Demand, Reply } from '../dossier/demand.ts'
import type { Dossier, DossierHead, QuotedItem } from '../dossier/dossier.ts'
import type { FigureClaim, FigureSet } from '../dossier/figure.ts'
import type { Quoted } from '../dossier/quoted.ts'
import type { Term, TermStep } from '../dossier/term.ts'
import type { Id } from '../id.ts'

/**
 * What rows are about: each part of a dossier by itself, so that an event can be added or corrected without touching
 * what it belongs to. `of` is what it belongs to; actors and places belong to every dossier that names them.
 */
export type Thing =
  | {
      readonly type: 'dossier'
      readonly of: null
      /** `order`: the ids of all that belongs to it, as they are to stand; what came later stands behind. */
      readonly value: DossierHead & {
        readonly actors: readonly Id[]
        readonly places: readonly Id[]
        readonly order: readonly Id[]
      }
    }
  | { readonly type: 'actor'; readonly of: null; readonly value: Actor }
  | { readonly type: 'place'; readonly of: null; readonly value: Place }
  | { readonly type: 'commitment'; readonly of: Id; readonly value: Omit<Commitment, 'events' | 'terms'> }
  | { readonly type: 'event'; readonly of: Id; readonly value: CommitmentEvent }
  | { readonly type: 'term'; readonly of: Id; readonly value: Omit<Term, 'steps'> }
  | { readonly type: 'step'; readonly of: Id; readonly value: TermStep }
  | { readonly type: 'demand'; readonly of: Id; readonly value: Omit<Demand, 'replies'> }
  | { readonly type: 'reply'; readonly of: Id; readonly value: Reply }
  | { readonly type: 'figure'; readonly of: Id; readonly value: Omit<FigureSet, 'claims'> }
  | { readonly type: 'claim'; readonly of: Id; readonly value: FigureClaim }
  | { readonly type: 'quoted'; readonly of: Id; readonly value: QuotedItem }

/** The quoted words that a part of a dossier rests on by itself. */
export function quotedOf({ type, value }: Thing): readonly Quoted[] {
  if (type === 'quoted') return [value]
  return 'evidence' in value ? value.evidence : []
}

function commitmentThings(of: Id, { events, terms, ...value }: Commitment): readonly Thing[] {
  return [
    { type: 'commitment', of, value },
    ...events.map((event): Thing => ({ type: 'event', of: value.id, value: event })),
    ...terms.flatMap(({ steps, ...term }): Thing[] => [
      { type: 'term', of: value.id, value: term },
      ...steps.map((step): Thing => ({ type: 'step', of: term.id, value: step })),
    ]),
  ]
}

function demandThings(of: Id, { replies, ...value }: Demand): readonly Thing[] {
  return [
    { type: 'demand', of, value },
    ...replies.map((reply): Thing => ({ type: 'reply', of: value.id, value: reply })),
  ]
}

function figureThings(of: Id, { claims, ...value }: FigureSet): readonly Thing[] {
  return [
    { type: 'figure', of, value },
    ...claims.map((claim): Thing => ({ type: 'claim', of: value.id, value: claim })),
  ]
}

/** Takes a dossier apart into what rows are about; what others belong to comes before them. */
export function thingsOf(dossier: Dossier): readonly Thing[] {
  const { actors, places, commitments, demands, figures, quoted, ...head } = dossier
  const ids = (things: readonly { readonly id: Id }[]) => things.map(({ id }) => id)
  const parts = [
    ...actors.map((value): Thing => ({ type: 'actor', of: null, value })),
    ...places.map((value): Thing => ({ type: 'place', of: null, value })),
    ...partsOf(dossier),
  ]
  const order = parts.map(({ value }) => value.id)
  return [{ type: 'dossier', of: null, value: { ...head, actors: ids(actors), places: ids(places), order } }, ...parts]
}

function partsOf({ id, commitments, demands, figures, quoted }: Dossier): readonly Thing[] {
  return [
    ...commitments.flatMap((commitment) => commitmentThings(id, commitment)),
    ...demands.flatMap((demand) => demandThings(id, demand)),
    ...figures.flatMap((figure) => figureThings(id, figure)),
    ...quoted.map((value): Thing => ({ type: 'quoted', of: id, value })),
  ]
}

type Kind = Thing['type']
type Head = Extract<Thing, { readonly type: 'dossier' }>
type ValueOf<K extends Kind> = Extract<Thing, { readonly type: K }>['value']

/**
 * Puts a dossier together again.
 *
 * @param things in the order in which they came into the record; of other dossiers, too
 * @returns null where the dossier itself is not among them. What belongs to something that is not there is left out.
 */
export function dossierOf(things: readonly Thing[], dossierId: Id): Dossier | null {
  const head = things.find((thing): thing is Head => thing.type === 'dossier' && thing.value.id === dossierId)?.value
  if (head === undefined) return null
  const { order, ...rest } = head
  const places = new Map(order.map((id, place) => [id, place]))
  const placeOf = ({ value }: Thing) => places.get(value.id) ?? order.length
  const byParent = Map.groupBy(
    things.toSorted((a, b) => placeOf(a) - placeOf(b)),
    ({ type, of }) => `${type} ${of}`,
  )
  const all = <K extends Kind>(type: K, of: Id | null) =>
    (byParent.get(`${type} ${of}`) ?? []).map(({ value }) => value as ValueOf<K>)
  const named = <K extends 'actor' | 'place'>(type: K, ids: readonly Id[]) => {
    const known = new Map(all(type, null).map((value) => [value.id, value]))
    return ids.flatMap((id) => known.get(id) ?? [])
  }
  return {
    ...rest,
    actors: named('actor', head.actors),
    places: named('place', head.places),
    commitments: all('commitment', dossierId).map((commitment) => ({
      ...commitment,
      events: all('event', commitment.id),
      terms: all('term', commitment.id).map((term) => ({ ...term, steps: all('step', term.id) })),
    })),
    demands: all('demand', dossierId).map((demand) => ({ ...demand, replies: all('reply', demand.id) })),
    figures: all('figure', dossierId).map((figure) => ({ ...figure, claims: all('claim', figure.id) })),
    quoted: all('quoted', dossierId),
  }
}
