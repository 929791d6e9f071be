import type { Kysely } from 'kysely'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import type { DossierView, StatementView, WithdrawnStatement } from '../record/public-record.ts'
import { headOf } from './public-dossiers.ts'
import { statementsOfDecisions } from './public-statements.ts'
import { readCaptures } from './read-captures.ts'
import { decisionRows, decisionsOfStatement } from './statement-decisions.ts'
import type { Tables } from './tables.ts'

/**
 * A statement that was accepted, at a record time.
 *
 * @param views the public dossiers of then
 * @returns null where it never was accepted by then; where that was taken back, when and why, and none of its words
 */
export async function publicStatement(
  db: Kysely<Tables>,
  id: Id,
  { at, views }: { readonly at: string; readonly views: readonly DossierView[] },
): Promise<StatementView | WithdrawnStatement | null> {
  const decisions = await decisionsOfStatement(db, id, at)
  const last = decisions.at(-1)
  if (last === undefined || !decisions.some(({ verdict }) => verdict === 'accepted')) return null
  if (last.verdict !== 'accepted') return { id, withdrawn: last }
  const { seq } = await decisionRows(db).where('d.id', '=', last.id).executeTakeFirstOrThrow()
  const [shown] = await statementsOfDecisions(db, [seq], at)
  if (shown === undefined) return null
  const { captures } = await readCaptures(db, shown.article.sha256)
  const dossiers = views
    .filter(({ dossier }) => quotedIn(dossier).some(({ statementId }) => statementId === id))
    .map(headOf)
  return { ...shown, decisions, captures, dossiers }
}
