import type { Edtf } from '../../text/edtf-time.ts'
import type { Commitment, CommitmentEvent } from '../commitments/commitment.ts'
import type { Id } from '../id.ts'
import type { Demand, Reply } from './demand.ts'
import type { Dossier, QuotedItem } from './dossier.ts'
import type { FigureClaim, FigureSet } from './figure.ts'
import { inOrder } from './in-order.ts'
import type { ArticleOf } from './quoted.ts'
import type { Term, TermStep } from './term.ts'

/** One line of a dossier's timeline: what is dated, with what it belongs to. */
export type TimelineEntry = { readonly id: Id; readonly date: Edtf } & (
  | { readonly kind: 'event'; readonly commitment: Commitment; readonly event: CommitmentEvent }
  /** What an event set as the due date. */
  | { readonly kind: 'due'; readonly commitment: Commitment; readonly event: CommitmentEvent }
  | { readonly kind: 'step'; readonly term: Term; readonly step: TermStep }
  | { readonly kind: 'demand'; readonly demand: Demand }
  | { readonly kind: 'reply'; readonly demand: Demand; readonly reply: Reply }
  | { readonly kind: 'claim'; readonly figure: FigureSet; readonly claim: FigureClaim }
  | { readonly kind: 'quoted'; readonly item: QuotedItem }
)

const KINDS: readonly TimelineEntry['kind'][] = ['quoted', 'claim', 'demand', 'reply', 'step', 'event', 'due']

function ofCommitment(commitment: Commitment): readonly TimelineEntry[] {
  return [
    ...commitment.events.flatMap((event): TimelineEntry[] => {
      const { id, date, due } = event
      const entry: TimelineEntry = { id, date, kind: 'event', commitment, event }
      return due === null || due.date === null
        ? [entry]
        : [entry, { id, date: due.date, kind: 'due', commitment, event }]
    }),
    ...commitment.terms.flatMap((term) =>
      term.steps.map((step): TimelineEntry => ({ id: step.id, date: step.date, kind: 'step', term, step })),
    ),
  ]
}

/**
 * All that is dated in a dossier, the earliest first; what comes only after the day that is asked about, too.
 *
 * @returns quoted words without a date of saying stand where their article was printed; where nobody knows, not at all
 */
export function timelineOf(dossier: Dossier, articleOf: ArticleOf): readonly TimelineEntry[] {
  const entries: readonly TimelineEntry[] = [
    ...dossier.commitments.flatMap(ofCommitment),
    ...dossier.demands.flatMap((demand): TimelineEntry[] => [
      { id: demand.id, date: demand.date, kind: 'demand', demand },
      ...demand.replies.map(
        (reply): TimelineEntry => ({ id: reply.id, date: reply.date, kind: 'reply', demand, reply }),
      ),
    ]),
    ...dossier.figures.flatMap((figure) =>
      figure.claims.map((claim): TimelineEntry => ({ id: claim.id, date: claim.date, kind: 'claim', figure, claim })),
    ),
    ...dossier.quoted.flatMap((item): TimelineEntry[] => {
      const date = item.saidOn ?? articleOf(item.article)?.published ?? null
      return date === null ? [] : [{ id: item.id, date, kind: 'quoted', item }]
    }),
  ]
  return inOrder(entries, ({ kind }) => KINDS.indexOf(kind))
}
