import { dossierAt } from '../record/as-of/dossier-at.ts'
import type { DecidedBy } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { acceptEvidence } from './accept-evidence.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { FOREVER } from './forever.ts'
import { publicationOf, writePublication } from './publications.ts'
import { writeDecision } from './write-decision.ts'
import type { Writer } from './writer.ts'

/** Publishes a dossier, which accepts the statements that it rests on, or takes it off the public pages. */
export async function publishDossier(
  writer: Writer,
  dossierId: Id,
  { isPublished, by }: { readonly isPublished: boolean; readonly by: DecidedBy },
): Promise<boolean> {
  const { dossier } = dossierAt(await rowsOfDossier(writer.trx, dossierId), dossierId, FOREVER)
  if (dossier === null) return false
  const before = await publicationOf(writer.trx, dossierId, FOREVER)
  if ((before?.isPublished ?? false) === isPublished) return true
  await writeDecision(writer, { by, reason: null, dossierId, names: null }, async (decisionId) => {
    await writePublication(writer, decisionId, { dossierId, isPublished, supersedes: before?.id ?? null })
    if (isPublished) await acceptEvidence(writer, decisionId, { dossier, by })
  })
  return true
}
