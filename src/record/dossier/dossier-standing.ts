import type { DayNumber } from '../../text/calendar-day.ts'
import { actorIndex } from '../actors/speaks-for.ts'
import type { Commitment } from '../commitments/commitment.ts'
import { type EventFlag, flagsOf } from '../commitments/flags.ts'
import { type OverdueSpan, overdueSpans } from '../commitments/overdue-spans.ts'
import { supersededOn } from '../commitments/superseded-on.ts'
import { type ThreeAnswers, threeAnswers } from '../commitments/three-answers.ts'
import type { Demand } from './demand.ts'
import { type DemandStanding, demandStanding } from './demand-standing.ts'
import type { Dossier } from './dossier.ts'
import type { FigureSet } from './figure.ts'
import { type FigureRow, figureRows } from './figure-rows.ts'
import type { ArticleOf } from './quoted.ts'
import { type TermView, termSides } from './term-sides.ts'

/** All that is derived of a dossier on a day. */
export type DossierStanding = {
  readonly commitments: readonly {
    readonly commitment: Commitment
    readonly answers: ThreeAnswers
    readonly overdue: readonly OverdueSpan[]
    readonly flags: readonly EventFlag[]
    readonly terms: readonly TermView[]
  }[]
  readonly demands: readonly { readonly demand: Demand; readonly standing: DemandStanding }[]
  readonly figures: readonly { readonly figure: FigureSet; readonly rows: readonly FigureRow[] }[]
}

/**
 * Where everything in a dossier stands on a day.
 *
 * @param dossier as it is at the record time that is asked about, with its actors as they are known
 * @param today   where the dossier's day ends last: see `dayInLastZone`
 */
export function dossierStanding(
  dossier: Dossier,
  { today, articleOf }: { readonly today: DayNumber; readonly articleOf: ArticleOf },
): DossierStanding {
  const options = { today, actors: actorIndex(dossier.actors), articleOf }
  return {
    commitments: dossier.commitments.map((commitment) => {
      const superseded = supersededOn(commitment.id, dossier.commitments)
      return {
        commitment,
        answers: threeAnswers(commitment, { ...options, supersededOn: superseded }),
        overdue: overdueSpans(commitment, { today, supersededOn: superseded }),
        flags: flagsOf(commitment),
        terms: commitment.terms.map((term) => termSides(term, options)),
      }
    }),
    demands: dossier.demands.map((demand) => ({ demand, standing: demandStanding(demand, options) })),
    figures: dossier.figures.map((figure) => ({ figure, rows: figureRows(figure, options) })),
  }
}
