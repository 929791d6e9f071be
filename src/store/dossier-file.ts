import type { Kysely } from 'kysely'
import { dossierAt } from '../record/as-of/dossier-at.ts'
import { withActorIds } from '../record/dossier/with-identities.ts'
import { quotedIn, withQuoted } from '../record/dossier/with-quoted.ts'
import { type ArticleEntry, type DossierFile, isAddress } from '../record/dossier-file/dossier-file.ts'
import type { Id } from '../record/id.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { fileNames } from './file-names.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

/**
 * Digests of the articles that a file names by nothing but the name of another file: by these the record finds them
 * again where the other file is not at hand.
 */
async function digestsOf(db: Kysely<Tables>, articles: ReadonlyMap<string, Id>): Promise<readonly ArticleEntry[]> {
  if (articles.size === 0) return []
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'sha256'])
    .where('id', 'in', [...articles.values()])
    .execute()
  const digests = new Map(rows.map(({ id, sha256 }) => [id, sha256]))
  return [...articles].flatMap(([article, id]) => {
    const sha256 = digests.get(id)
    return sha256 === undefined ? [] : [{ article, url: null, sha256 }]
  })
}

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
  const told = new Set(listed.map(({ article }) => article))
  const others = new Map(
    quotedIn(dossier).flatMap(({ article: id }) => {
      const name = names.get(id) ?? id
      return told.has(name) || isAddress(name) ? [] : [[name, id] as const]
    }),
  )
  const entries = listed.map(({ article, url, sha256 }) => ({ article, url, sha256 }))
  return { dossier: own, articles: [...entries, ...(await digestsOf(db, others))] }
}
