import type { QuotedItem } from '../../record/dossier/dossier.ts'
import type { DossierStanding } from '../../record/dossier/dossier-standing.ts'
import { happenedBy } from '../../record/dossier/in-order.ts'
import { timelineOf } from '../../record/dossier/timeline.ts'
import type { DossierView } from '../../record/public-record.ts'

/** What a dossier shows on a day: nothing that begins only after it. */
export type HappenedStanding = DossierStanding & {
  /** What was said besides by then; what has no date is never left out. */
  readonly quoted: readonly QuotedItem[]
  /** How many dated lines are left out. */
  readonly ahead: number
}

/** A dossier's standing without what begins only after the day, and how many lines of it that leaves out. */
export function happenedStanding({ standing, today, dossier, articleOf }: DossierView): HappenedStanding {
  const commitments = standing.commitments.filter(({ answers }) => answers.evidence.of !== null)
  const demands = standing.demands.filter(({ standing: { state } }) => state !== 'not made yet')
  const said = timelineOf(dossier, articleOf).filter(({ kind }) => kind === 'quoted')
  const saidLater = new Set(said.map(({ id }) => id)).difference(new Set(happenedBy(said, today).map(({ id }) => id)))
  const dated = [
    ...said,
    ...dossier.commitments.flatMap(({ events, terms }) => [...events, ...terms.flatMap(({ steps }) => steps)]),
    ...dossier.demands.flatMap((demand) => [demand, ...demand.replies]),
    ...dossier.figures.flatMap(({ claims }) => claims),
  ]
  return {
    commitments,
    demands,
    figures: standing.figures,
    quoted: dossier.quoted.filter(({ id }) => !saidLater.has(id)),
    ahead: dated.length - happenedBy(dated, today).length,
  }
}
