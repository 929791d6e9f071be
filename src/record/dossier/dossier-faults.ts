import { circleFaults } from './circle-faults.ts'
import type { Dossier } from './dossier.ts'
import type { DossierFault } from './dossier-fault.ts'
import { evidenceFaults } from './evidence-faults.ts'
import { repeatedIds, unknownIds } from './id-faults.ts'

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
    ...circleFaults(dossier),
    ...evidenceFaults(dossier),
    ...signatures(dossier),
    ...identifiers(dossier),
  ]
}
