import type { Relation, RelationKind } from '../actors/actor.ts'
import type { Id } from '../id.ts'
import { circleIn, type Edge } from './circles.ts'
import type { Dossier } from './dossier.ts'
import type { Evidence } from './quoted.ts'

/** Something that a dossier must not hold: where, in the keys of a dossier file, and the rest of a sentence. */
export type DossierFault = { readonly path: readonly (string | number)[]; readonly sentence: string }

type Path = DossierFault['path']

/** Where every id of a dossier is given, and where one is used for an actor, a place or a commitment. */
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

function repeatedIds(dossier: Dossier): readonly DossierFault[] {
  const seen = new Map<Id, Path>()
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

/** A path as people read it: `commitments[0].events[2].date`. */
export function pathInWords(path: readonly PropertyKey[]): string {
  const words = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return words === '' ? 'the file' : words.replace(/^\./, '')
}

/** Evidence under a path, with the key it stands under. */
function evidenceOf(dossier: Dossier): readonly (readonly [evidence: readonly Evidence[], path: Path])[] {
  return [
    ...dossier.commitments.flatMap(({ events, terms }, at) => [
      ...events.map(({ evidence }, event) => [evidence, ['commitments', at, 'events', event, 'evidence']] as const),
      ...terms.flatMap(({ steps }, term) =>
        steps.map(
          ({ evidence }, step) => [evidence, ['commitments', at, 'terms', term, 'steps', step, 'evidence']] as const,
        ),
      ),
    ]),
    ...dossier.demands.flatMap(({ evidence, replies }, at) => [
      [evidence, ['demands', at, 'evidence']] as const,
      ...replies.map((reply, place) => [reply.evidence, ['demands', at, 'replies', place, 'evidence']] as const),
    ]),
    ...dossier.figures.flatMap(({ claims }, at) =>
      claims.map(({ evidence }, claim) => [evidence, ['figures', at, 'claims', claim, 'evidence']] as const),
    ),
  ]
}

function unsupported(dossier: Dossier): readonly DossierFault[] {
  return evidenceOf(dossier)
    .filter(([evidence]) => !evidence.some(({ stance }) => stance === 'supports'))
    .map(([evidence, path]) => ({
      path,
      sentence:
        evidence.length === 0
          ? 'is empty; everything on the record needs evidence: name at least one article and its words'
          : 'holds nothing that supports it; what is only disputed or mentioned is not on the record',
    }))
}

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

function unknownIds(dossier: Dossier): readonly DossierFault[] {
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

/** How a circle of each kind reads: "a speaks for b, which speaks for a". */
const CIRCLES: Readonly<Record<Relation['kind'], string>> = {
  'part of': 'is part of',
  'office of': 'is the office of',
  'speaks for': 'speaks for',
  'also called': 'is also called',
}

function circleFault(edges: readonly Edge[], verb: string, path: Path): readonly DossierFault[] {
  const circle = circleIn(edges)
  if (circle === null) return []
  // A circle of a thousand would be a page and not a sentence.
  const [first = '', ...rest] = circle.length > 8 ? [...circle.slice(0, 7), '…', circle.at(-1) ?? ''] : circle
  return [
    {
      path,
      sentence: `go in a circle: ${first} ${rest.map((id) => `${verb} ${id}`).join(', which ')}; take one of them out`,
    },
  ]
}

function circles({ actors, places, commitments }: Dossier): readonly DossierFault[] {
  const kinds = Object.entries(CIRCLES) as [RelationKind, string][]
  return [
    ...kinds.flatMap(([kind, verb]) =>
      circleFault(
        actors.flatMap(({ id, relations }) =>
          relations.flatMap(({ kind: own, to, when }) => (own === kind ? [{ from: id, to, when }] : [])),
        ),
        verb,
        ['actors'],
      ),
    ),
    ...circleFault(
      actors.flatMap(({ id, roles }) =>
        roles.flatMap(({ of, when }) => (of === null ? [] : [{ from: id, to: of, when }])),
      ),
      'has a role at',
      ['actors'],
    ),
    ...circleFault(
      places.flatMap(({ id, in: within }) => (within === null ? [] : [{ from: id, to: within, when: null }])),
      'lies in',
      ['places'],
    ),
    ...circleFault(
      commitments.flatMap(({ id, supersedes }) =>
        supersedes === null ? [] : [{ from: id, to: supersedes, when: null }],
      ),
      'supersedes',
      ['commitments'],
    ),
  ]
}

function signatures({ demands }: Dossier): readonly DossierFault[] {
  return demands.flatMap(({ listed, declared }, at) => {
    const twice = listed.findIndex((id, place) => listed.indexOf(id) < place)
    return [
      ...(twice < 0
        ? []
        : [
            {
              path: ['demands', at, 'signatories', twice],
              sentence: `is "${listed[twice]}", who is listed before; take one out`,
            },
          ]),
      ...(declared === null || declared.count >= new Set(listed).size
        ? []
        : [
            {
              path: ['demands', at, 'declared', 'count'],
              sentence: `is ${declared.count}, and ${listed.length} signatories are listed by name; the declared number counts those, too`,
            },
          ]),
    ]
  })
}

function identifiers({ actors, places }: Dossier): readonly DossierFault[] {
  const repeated = (key: string, things: readonly (Dossier['actors'][number] | Dossier['places'][number])[]) =>
    things.flatMap(({ identifiers: own }, at) => {
      const twice = own.find(({ scheme }, place) => own.findIndex((other) => other.scheme === scheme) < place)
      return twice === undefined
        ? []
        : [{ path: [key, at, 'identifiers'], sentence: `has two identifiers of ${twice.scheme}; keep the right one` }]
    })
  return [...repeated('actors', actors), ...repeated('places', places)]
}

/**
 * All that is wrong with a dossier as a whole: ids that are given twice or to nobody, circles, what nothing supports,
 * signatories that do not add up.
 *
 * @returns empty where nothing is
 */
export function dossierFaults(dossier: Dossier): readonly DossierFault[] {
  return [
    ...repeatedIds(dossier),
    ...unknownIds(dossier),
    ...circles(dossier),
    ...unsupported(dossier),
    ...signatures(dossier),
    ...identifiers(dossier),
  ]
}
