import type { ArticleFacts, Evidence, Stance } from '../src/record/dossier/quoted.ts'

/** Evidence in one article, which is its outlet's name, too; said by nobody unless `speakerId` says who. */
export function evidenceIn(article: string, stance: Stance = 'supports', speakerId: string | null = null): Evidence {
  return { article, words: 'words', statementId: null, speakerId, saidOn: null, via: [], isPrimary: false, stance }
}

/** An article whose name is its outlet's. */
export function articleNamedByOutlet(article: string): ArticleFacts {
  return { outlet: article, published: null }
}
