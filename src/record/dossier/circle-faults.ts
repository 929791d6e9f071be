import type { RelationKind } from '../actors/actor.ts'
import { circleIn, type Edge } from './circles.ts'
import type { Dossier } from './dossier.ts'
import type { DossierFault } from './dossier-fault.ts'

type Path = DossierFault['path']

/** How a circle of each kind reads: "a speaks for b, which speaks for a". */
const CIRCLES: Readonly<Record<RelationKind, string>> = {
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

/** Relations, roles, places and superseding commitments that go in a circle. */
export function circleFaults({ actors, places, commitments }: Dossier): readonly DossierFault[] {
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
