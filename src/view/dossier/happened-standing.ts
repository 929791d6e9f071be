import type { DossierStanding } from '../../record/dossier/dossier-standing.ts'
import { happenedBy } from '../../record/dossier/in-order.ts'
import type { DossierView } from '../../record/public-record.ts'

/** A dossier's standing without what begins only after the day, and how many lines of it that leaves out. */
export function happenedStanding({
  standing,
  today,
  dossier,
}: DossierView): DossierStanding & { readonly ahead: number } {
  const commitments = standing.commitments.filter(({ answers }) => answers.evidence.of !== null)
  const demands = standing.demands.filter(({ standing: { state } }) => state !== 'not made yet')
  const dated = [
    ...dossier.commitments.flatMap(({ events, terms }) => [...events, ...terms.flatMap(({ steps }) => steps)]),
    ...dossier.demands.flatMap((demand) => [demand, ...demand.replies]),
    ...dossier.figures.flatMap(({ claims }) => claims),
  ]
  return { commitments, demands, figures: standing.figures, ahead: dated.length - happenedBy(dated, today).length }
}
