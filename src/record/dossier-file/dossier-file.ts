import type { Dossier } from '../dossier/dossier.ts'

/** What a dossier file knows of an article it rests on; `article` is the name that evidence calls it by. */
export type ArticleEntry = {
  readonly article: string
  readonly url: string | null
  /** Of its bytes, lower-case hex. */
  readonly sha256: string | null
}

/** A dossier on its way in or out: evidence names articles by their file or address, ids are those of the file. */
export type DossierFile = { readonly dossier: Dossier; readonly articles: readonly ArticleEntry[] }

/** Whether evidence calls an article by its address, and not by a file. */
export function isAddress(article: string): boolean {
  return /^https?:/.test(article)
}
