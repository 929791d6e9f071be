import type { Identities } from '../actors/identities.ts'
import { mergedActors } from '../actors/merged-actors.ts'
import type { Id } from '../id.ts'
import type { Dossier } from './dossier.ts'
import type { Evidence, Quoted } from './quoted.ts'

/** A dossier whose parts name other actors: all but its list of actors, which stays. */
function withActors(dossier: Dossier, { actorOf, speakerOf }: Identities): Dossier {
  const orNull = (id: Id | null) => (id === null ? null : actorOf(id))
  const spoken = <T extends Quoted>(quoted: T): T => ({
    ...quoted,
    speakerId:
      quoted.speakerId === null || quoted.statementId === null
        ? orNull(quoted.speakerId)
        : speakerOf(quoted.statementId, quoted.speakerId),
  })
  const evidenced = <T extends { readonly evidence: readonly Evidence[] }>(thing: T): T => ({
    ...thing,
    evidence: thing.evidence.map(spoken),
  })
  const said = <T extends { readonly by: Id | null; readonly evidence: readonly Evidence[] }>(thing: T): T => ({
    ...evidenced(thing),
    by: orNull(thing.by),
  })
  return {
    ...dossier,
    commitments: dossier.commitments.map((commitment) => ({
      ...commitment,
      actorId: actorOf(commitment.actorId),
      events: commitment.events.map(evidenced),
      terms: commitment.terms.map((term) => ({ ...term, steps: term.steps.map(said) })),
    })),
    demands: dossier.demands.map((demand) => ({
      ...evidenced(demand),
      addresseeId: actorOf(demand.addresseeId),
      listed: [...new Set(demand.listed.map(actorOf))],
      replies: demand.replies.map(said),
    })),
    figures: dossier.figures.map((figure) => ({ ...figure, claims: figure.claims.map(said) })),
    quoted: dossier.quoted.map(spoken),
  }
}

/**
 * A dossier by what was decided about who is who: every actor in it is the one that it is now, and each statement is
 * of the speaker that a split gave it. Nothing in the rows changes, and without the decisions all is as before.
 */
export function withIdentities(dossier: Dossier, identities: Identities): Dossier {
  return { ...withActors(dossier, identities), actors: mergedActors(dossier.actors, identities) }
}

/** A dossier whose actors have other ids; an id that `idOf` does not know comes back from it as it is. */
export function withActorIds(dossier: Dossier, idOf: (id: Id) => Id): Dossier {
  const renamed = withActors(dossier, { actorOf: idOf, speakerOf: (_, takenFor) => idOf(takenFor) })
  const actors = dossier.actors.map((actor) => ({
    ...actor,
    id: idOf(actor.id),
    roles: actor.roles.map((role) => ({ ...role, of: role.of === null ? null : idOf(role.of) })),
    relations: actor.relations.map((relation) => ({ ...relation, to: idOf(relation.to) })),
  }))
  return { ...renamed, actors }
}
