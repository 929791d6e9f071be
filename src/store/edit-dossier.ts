import type { Kysely } from 'kysely'
import type { ThingRow } from '../record/as-of/dossier-at.ts'
import type { DecidedBy } from '../record/decisions.ts'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import { applyEdit, type EditedDossier, type EditedRow } from '../record/dossier-edit/apply-edit.ts'
import type { DossierEdit, EditOutcome } from '../record/dossier-edit/dossier-edit.ts'
import type { NamedArticle } from '../record/dossiers.ts'
import type { Id } from '../record/id.ts'
import { acceptEvidence } from './accept-evidence.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { type FileNames, fileNames } from './file-names.ts'
import { FOREVER } from './forever.ts'
import { publicationOf } from './publications.ts'
import type { Tables } from './tables.ts'
import { thingJson } from './thing-json.ts'
import { writeDecision } from './write-decision.ts'
import { writeDossierRows } from './write-dossier-rows.ts'
import type { Writer } from './writer.ts'

/** A row as the table has it. */
function newRow({ thingId, type, of, supersedes, entry }: EditedRow) {
  const value = entry.kind === 'value' ? thingJson(entry.value) : null
  const reason = entry.kind === 'value' ? null : entry.reason
  return { thingId, type, of, supersedes, how: entry.kind, value, reason }
}

/** Actors that nobody knew before are new in the record, too. */
async function addActors({ trx, now }: Writer, rows: readonly EditedRow[]): Promise<void> {
  const ids = rows.flatMap(({ type, thingId }) => (type === 'actor' ? [thingId] : []))
  if (ids.length === 0) return
  await trx
    .insertInto('actors')
    .values(ids.map((id) => ({ id, recorded_at: now })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** What a dossier's file is to call an article that it did not rest on before: its address where it has one. */
async function nameOf(db: Kysely<Tables>, articleId: Id, taken: ReadonlySet<string>): Promise<NamedArticle> {
  const row = await db
    .selectFrom('articles as a')
    .innerJoin('captures as c', 'c.sha256', 'a.sha256')
    .select(['a.sha256', 'c.url'])
    .where('a.id', '=', articleId)
    .where('c.url', 'is not', null)
    .executeTakeFirst()
  const url = row?.url ?? null
  const isFree = url !== null && /^https?:\/\/[^\s]+$/.test(url) && !taken.has(url)
  return { article: isFree ? url : articleId, url, sha256: row?.sha256 ?? null, articleId, isListed: url !== null }
}

/** The file's names with those of articles that the dossier did not rest on before; null where there are none of these. */
async function namesAfter(writer: Writer, { dossier }: EditedDossier, dossierId: Id): Promise<FileNames | null> {
  if (dossier === null) return null
  const before = await fileNames(writer.trx, dossierId, FOREVER)
  const named = new Set(before.articles.map(({ articleId }) => articleId))
  const fresh = [...new Set(quotedIn(dossier).map(({ article }) => article))].filter((id) => !named.has(id))
  if (fresh.length === 0) return null
  const taken = new Set(before.articles.map(({ article }) => article))
  const articles = [...before.articles]
  for (const id of fresh) articles.push(await nameOf(writer.trx, id, taken))
  return { ...before, articles }
}

/** Writes what a person changed in a dossier: see the port. */
export async function editDossier(
  writer: Writer,
  edit: DossierEdit & { readonly by: DecidedBy },
): Promise<EditOutcome> {
  const { dossierId, by, reason } = edit
  const rows: readonly ThingRow[] = await rowsOfDossier(writer.trx, dossierId)
  const edited = applyEdit(rows, edit)
  if (edited.state !== 'edited') return edited
  if (edited.rows.length === 0) return { state: 'known' }
  await addActors(writer, edited.rows)
  const names = await namesAfter(writer, edited, dossierId)
  const publication = await publicationOf(writer.trx, dossierId, FOREVER)
  const { dossier } = edited
  const evidence = await writeDecision(writer, { by, reason, dossierId, names }, async (decisionId) => {
    await writeDossierRows(writer, { decisionId, dossierId }, edited.rows.map(newRow))
    return publication?.isPublished === true && dossier !== null
      ? acceptEvidence(writer, decisionId, { dossier, by })
      : { accepted: 0, refused: [] }
  })
  return { state: 'written', parts: edited.rows.length, ...evidence }
}
