import type { Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'

/**
 * Words of an article that the record rests on: a statement, where somebody is quoted as saying them, or a passage
 * in the outlet's own voice or a document's.
 */
export type Quoted = {
  /** The article: its id in the record; in a dossier file its file. */
  readonly article: string
  /** As the article prints them. */
  readonly words: string
  /** The statement of the record that holds them; null for a passage, and until they were found in the article. */
  readonly statementId: Id | null
  /** Who says them; null for a passage. */
  readonly speakerId: Id | null
  /** When they were said; null where only the day of printing is known. */
  readonly saidOn: Edtf | null
  /** Through whom they came, from the outlet towards the speaker: "Reuters". */
  readonly via: readonly string[]
  /** Whether the article is a primary document: the letter, the report, the video itself. */
  readonly isPrimary: boolean
}

/** What evidence does for the thing it stands under. */
export type Stance = 'supports' | 'disputes' | 'mentions'

/** A statement or passage with a stance. */
export type Evidence = Quoted & { readonly stance: Stance }

/** What has to be known of an article to weigh what rests on it; keyed as `Quoted.article` names it. */
export type ArticleFacts = {
  /** Null where it is not known. */
  readonly outlet: string | null
  /** When it was printed; null where that is not known. */
  readonly published: Edtf | null
}

/** Looks an article up; null where the record does not hold it. */
export type ArticleOf = (article: string) => ArticleFacts | null
