import type { DecidedBy } from '../record/decisions.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import { bounds } from '../record/dossier/in-order.ts'
import type { ArticleOf, Quoted } from '../record/dossier/quoted.ts'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import { articlesAt } from './article-versions.ts'
import { articleIn } from './dossier-view.ts'
import { FOREVER } from './forever.ts'
import { lastDecision } from './statement-decisions.ts'
import { writeStatementDecision } from './write-statement-decision.ts'
import type { Writer } from './writer.ts'

/** What came of accepting the statements that a dossier rests on. */
export type AcceptedEvidence = { readonly accepted: number; readonly refused: readonly Id[] }

/** The first said first, so that of what is accepted at once the newest stands on top of every list; undated first. */
function bySaying(articleOf: ArticleOf) {
  const day = ({ saidOn, article }: Quoted) => {
    const date = saidOn ?? articleOf(article)?.published ?? null
    return date === null ? 0 : bounds(date)[1]
  }
  return ([, a]: readonly [Id, Quoted], [, b]: readonly [Id, Quoted]) => day(a) - day(b)
}

/**
 * Accepts the statements that a dossier rests on and that nobody has decided about. Where somebody rejected or withdrew
 * one, it stays so.
 */
export async function acceptEvidence(
  writer: Writer,
  decisionId: Id,
  { dossier, by }: { readonly dossier: Dossier; readonly by: DecidedBy },
): Promise<AcceptedEvidence> {
  const said = new Map(
    quotedIn(dossier).flatMap((quoted) => (quoted.statementId === null ? [] : [[quoted.statementId, quoted] as const])),
  )
  const articleOf = articleIn(
    await articlesAt(
      writer.trx,
      [...said.values()].map(({ article }) => article),
      FOREVER,
    ),
  )
  let accepted = 0
  const refused: Id[] = []
  for (const [statementId, { speakerId, saidOn }] of [...said].toSorted(bySaying(articleOf))) {
    const last = (await lastDecision(writer.trx, statementId))?.verdict ?? 'open'
    if (last === 'accepted') continue
    if (last !== 'open') refused.push(statementId)
    else {
      await writeStatementDecision(writer, decisionId, {
        statementId,
        verdict: 'accepted',
        speakerId,
        saidOn,
        dossierId: dossier.id,
        by,
      })
      accepted += 1
    }
  }
  return { accepted, refused }
}
