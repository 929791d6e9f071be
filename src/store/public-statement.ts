import type { Kysely } from 'kysely'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import type { RemovedStatement, StatementView, WithdrawnStatement } from '../record/public-record.ts'
import type { DossierCache } from './dossier-cache.ts'
import { headOf } from './public-front.ts'
import { statementsOfDecisions } from './public-statements.ts'
import { readCaptures } from './read-captures.ts'
import { readRemoval } from './read-removal.ts'
import { decisionRows, publicDecisionOf, rowsAbout } from './statement-decisions.ts'
import type { Tables } from './tables.ts'

/** That a statement's article was removed, whenever that was; null where it was not. */
async function removedWith(db: Kysely<Tables>, id: Id): Promise<RemovedStatement | null> {
  const row = await db.selectFrom('statements').select('article_id').where('id', '=', id).executeTakeFirst()
  const removed = row === undefined ? null : await readRemoval(db, row.article_id)
  return removed === null ? null : { id, removed }
}

/**
 * A statement that was accepted, at a record time.
 *
 * @returns null where it never was accepted by then; where that was taken back, or its article removed, when and why, and
 *   none of its words
 */
export async function publicStatement(
  db: Kysely<Tables>,
  id: Id,
  { at, cache }: { readonly at: string; readonly cache: DossierCache },
): Promise<StatementView | WithdrawnStatement | RemovedStatement | null> {
  const decisions = (await rowsAbout(db, id, at)).map(publicDecisionOf)
  const last = decisions.at(-1)
  if (last === undefined || !decisions.some(({ verdict }) => verdict === 'accepted')) return null
  if (last.verdict !== 'accepted') return { id, withdrawn: last }
  const { seq } = await decisionRows(db).where('d.id', '=', last.id).executeTakeFirstOrThrow()
  const [shown] = await statementsOfDecisions(db, [seq], at)
  if (shown === undefined) return removedWith(db, id)
  const { captures } = await readCaptures(db, shown.article.id, at)
  const all = cache.publicFoldsWith(id, at).flatMap(({ dossier }) => dossier ?? [])
  const resting = all.map((dossier) => ({
    dossier,
    quoted: quotedIn(dossier).filter(({ statementId }) => statementId === id),
  }))
  const via = resting.flatMap(({ quoted }) => quoted).find((one) => one.via.length > 0)?.via ?? []
  const dossiers = resting.filter(({ quoted }) => quoted.length > 0).map(({ dossier }) => headOf(dossier))
  return { ...shown, decisions, captures, via, dossiers }
}
