import type { DossierAt } from '../as-of/dossier-at.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Evidence } from '../dossier/quoted.ts'
import type { Id } from '../id.ts'
import type { PartKind } from './moved-item.ts'

/** What the public saw of a dossier from a record time on, up to the next of these. */
export type PublicState = {
  /** UTC. */
  readonly from: string
  /** Null where nothing of it was public. */
  readonly dossier: Dossier | null
  readonly since: DossierAt['since']
  readonly gone: DossierAt['gone']
}

/** A dated part of a dossier. */
export type DatedPart = {
  readonly kind: PartKind
  readonly id: Id
  readonly evidence: readonly Evidence[]
  /** Whom it is about; those that are not known are left out. */
  readonly actors: readonly Id[]
}

const known = (...ids: readonly (Id | null)[]): readonly Id[] => ids.filter((id) => id !== null)

/** All dated parts of a dossier. */
export function datedParts({ commitments, demands, figures }: Dossier): readonly DatedPart[] {
  return [
    ...commitments.flatMap(({ actorId, events, terms }) => [
      ...events.map(({ id, evidence }): DatedPart => ({ kind: 'event', id, evidence, actors: [actorId] })),
      ...terms.flatMap(({ steps }) =>
        steps.map(({ id, evidence, by }): DatedPart => ({ kind: 'step', id, evidence, actors: known(actorId, by) })),
      ),
    ]),
    ...demands.flatMap(({ id, addresseeId, evidence, replies }): DatedPart[] => [
      { kind: 'demand', id, evidence, actors: known(addresseeId) },
      ...replies.map((reply): DatedPart => ({ ...reply, kind: 'reply', actors: known(addresseeId) })),
    ]),
    ...figures.flatMap(({ claims }) =>
      claims.map(({ id, evidence, by }): DatedPart => ({ kind: 'claim', id, evidence, actors: known(by) })),
    ),
  ]
}
