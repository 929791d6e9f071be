import type { RelationKind } from '../actors/actor.ts'
import type { Id } from '../id.ts'
import type { Dossier } from './dossier.ts'
import { type DossierFault, pathInWords } from './dossier-fault.ts'
import { evidenceOf } from './evidence-faults.ts'

type Path = DossierFault['path']

/** Where every id of a dossier is given. */
function idsOf(dossier: Dossier): readonly (readonly [id: Id, path: Path])[] {
  const listed = (key: string, things: readonly { readonly id: Id }[], base: Path = []) =>
    things.map(({ id }, at) => [id, [...base, key, at]] as const)
  return [
    ...listed('actors', dossier.actors),
    ...listed('places', dossier.places),
    ...listed('commitments', dossier.commitments),
    ...dossier.commitments.flatMap(({ events, terms }, at) => [
      ...listed('events', events, ['commitments', at]),
      ...listed('terms', terms, ['commitments', at]),
      ...terms.flatMap(({ steps }, term) => listed('steps', steps, ['commitments', at, 'terms', term])),
    ]),
    ...listed('demands', dossier.demands),
    ...dossier.demands.flatMap(({ replies }, at) => listed('replies', replies, ['demands', at])),
    ...listed('figures', dossier.figures),
    ...dossier.figures.flatMap(({ claims }, at) => listed('claims', claims, ['figures', at])),
    ...listed('quoted', dossier.quoted),
  ]
}

/** Ids that are given twice. */
export function repeatedIds(dossier: Dossier): readonly DossierFault[] {
  const seen = new Map<Id, Path>([[dossier.id, []]])
  return idsOf(dossier).flatMap(([id, path]) => {
    const first = seen.get(id)
    if (first === undefined) {
      seen.set(id, path)
      return []
    }
    return [
      { path, sentence: `has the id "${id}", which ${pathInWords(first)} has too; give it one of its own with "id"` },
    ]
  })
}

/** Where an id is used. */
type Use = readonly [id: Id | null, path: Path]

function usesOfActors(dossier: Dossier): readonly Use[] {
  return [
    ...dossier.actors.flatMap(({ roles }, at) =>
      roles.map(({ of }, role): Use => [of, ['actors', at, 'roles', role, 'of']]),
    ),
    ...dossier.commitments.flatMap(({ actorId, terms }, at): Use[] => [
      [actorId, ['commitments', at, 'actor']],
      ...terms.flatMap(({ steps }, term) =>
        steps.map(({ by }, step): Use => [by, ['commitments', at, 'terms', term, 'steps', step, 'by']]),
      ),
    ]),
    ...dossier.demands.flatMap(({ addresseeId, listed, replies }, at): Use[] => [
      [addresseeId, ['demands', at, 'addressee']],
      ...listed.map((id, place): Use => [id, ['demands', at, 'signatories', place]]),
      ...replies.map(({ by }, reply): Use => [by, ['demands', at, 'replies', reply, 'by']]),
    ]),
    ...dossier.figures.flatMap(({ claims }, at) =>
      claims.map(({ by }, claim): Use => [by, ['figures', at, 'claims', claim, 'by']]),
    ),
    ...evidenceOf(dossier).flatMap(([evidence, path]) =>
      evidence.map(({ speakerId }, at): Use => [speakerId, [...path, at, 'by']]),
    ),
    ...dossier.quoted.map(({ speakerId }, at): Use => [speakerId, ['quoted', at, 'by']]),
  ]
}

/** Ids that are used and given to nothing of their kind. */
export function unknownIds(dossier: Dossier): readonly DossierFault[] {
  const actors = new Set(dossier.actors.map(({ id }) => id))
  const places = new Set(dossier.places.map(({ id }) => id))
  const commitments = new Set(dossier.commitments.map(({ id }) => id))
  const missing = (uses: readonly Use[], known: (id: Id) => boolean, list: string) =>
    uses
      .filter(([id]) => id !== null && !known(id))
      .map(([id, path]) => ({
        path,
        sentence: `is "${id}", which is not among the ${list}; add it there, or mend the id`,
      }))
  const relations = (kinds: (kind: RelationKind) => boolean) =>
    dossier.actors.flatMap(({ relations: own }, at) =>
      own.flatMap(({ kind, to }, place): Use[] =>
        kinds(kind) ? [[to, ['actors', at, 'relations', place, 'to']]] : [],
      ),
    )
  return [
    ...missing(
      [...usesOfActors(dossier), ...relations((kind) => kind !== 'also called')],
      (id) => actors.has(id),
      'actors',
    ),
    ...missing(
      relations((kind) => kind === 'also called'),
      (id) => actors.has(id) || places.has(id),
      'actors and places',
    ),
    ...missing(
      dossier.places.map(({ in: within }, at): Use => [within, ['places', at, 'in']]),
      (id) => places.has(id),
      'places',
    ),
    ...missing(
      [
        ...dossier.commitments.map(({ supersedes }, at): Use => [supersedes, ['commitments', at, 'supersedes']]),
        ...dossier.demands.map(({ commitmentId }, at): Use => [commitmentId, ['demands', at, 'about']]),
      ],
      (id) => commitments.has(id),
      'commitments',
    ),
  ]
}
