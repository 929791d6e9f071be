import type { Kysely } from 'kysely'
import { dossierAt } from '../record/as-of/dossier-at.ts'
import { withActorIds } from '../record/dossier/with-identities.ts'
import { withQuoted } from '../record/dossier/with-quoted.ts'
import type { DossierFile } from '../record/dossier-file/dossier-file.ts'
import type { Id } from '../record/id.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { fileNames } from './file-names.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

/** A dossier as its file gives it: with the file's ids of actors, and its names of articles. */
export async function dossierFile(db: Kysely<Tables>, id: Id, at: string | null): Promise<DossierFile | null> {
  const { dossier } = dossierAt(await rowsOfDossier(db, id), id, at ?? FOREVER)
  if (dossier === null) return null
  const { actors, articles } = await fileNames(db, id, at ?? FOREVER)
  const inFile = new Map(actors.map(([local, actorId]) => [actorId, local]))
  // Of two names of one article the first is used.
  const names = new Map(
    articles.toReversed().flatMap(({ article, articleId }) => (articleId === null ? [] : [[articleId, article]])),
  )
  const own = withQuoted(
    withActorIds(dossier, (actorId) => inFile.get(actorId) ?? actorId),
    (quoted) => ({ ...quoted, statementId: null, article: names.get(quoted.article) ?? quoted.article }),
  )
  const listed = articles.filter(({ isListed }) => isListed)
  return { dossier: own, articles: listed.map(({ article, url, sha256 }) => ({ article, url, sha256 })) }
}
