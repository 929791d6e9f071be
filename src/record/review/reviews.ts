import type { Span } from '../../text/span.ts'
import type { DecidedBy, StatementDecision } from '../decisions.ts'
import type { Id } from '../id.ts'
import type { Page } from '../page.ts'
import type { ActorName, ArticleRecord, ArticleSummary, StatementRecord } from '../records.ts'
import type { DisputedPart } from './disagreements.ts'
import type { StatementWords } from './persons-values.ts'
import type { ReviewState, StatementChange } from './review-state.ts'

/** A speaker as a person names it: an actor that is there, a name (of one that is there, or of a new one), or nobody. */
export type SpeakerChoice =
  | { readonly actorId: Id }
  | { readonly name: string; readonly language: string | null }
  | { readonly nobody: true }

/** What a person changes of a statement; a speaker of null is as the machine read it. */
export type ReviewChange = Omit<StatementChange, 'speaker' | 'joinedInto'> & {
  readonly speaker?: SpeakerChoice | null
}

/** A statement as the person saw it: the last decision about it, null for none. */
export type Seen = { readonly statementId: Id; readonly decisionId: Id | null }

/** One step of a review. New words are of the text version `textId`, which must be the article's newest. */
export type ReviewStep =
  | { readonly kind: 'change'; readonly seen: Seen; readonly textId: Id; readonly change: ReviewChange }
  | { readonly kind: 'add'; readonly articleId: Id; readonly textId: Id; readonly words: StatementWords }
  /** The other becomes part of the first. */
  | { readonly kind: 'join'; readonly seen: Seen; readonly other: Seen; readonly textId: Id }
  /** `at` is where the second begins (UTF-16). */
  | { readonly kind: 'split'; readonly seen: Seen; readonly textId: Id; readonly at: number }
  | { readonly kind: 'undo'; readonly seen: Seen }
  | { readonly kind: 'mark'; readonly articleId: Id; readonly textId: Id; readonly span: Span }
  | { readonly kind: 'unmark'; readonly passageId: Id }

/** Who takes a step, and why. */
export type ReviewedBy = { readonly by: DecidedBy; readonly reason: string | null }

/** What came of a step. Overtaken: somebody decided since it was seen, and nothing was written. */
export type ReviewOutcome =
  | { readonly state: 'done'; readonly ids: readonly Id[] }
  | { readonly state: 'overtaken'; readonly statementId: Id; readonly since: readonly StatementDecision[] }

/** A statement before those who review, its words in the article's newest text. */
export type ReviewedStatement = {
  /** As it stands, with what persons say of it. */
  readonly standing: StatementRecord
  /** As the machine reads it now, or last did; null where no machine ever read it. */
  readonly machine: StatementRecord | null
  readonly state: ReviewState
  /** All decisions about it, the first one first. */
  readonly decisions: readonly StatementDecision[]
  /** Where the machine now reads it otherwise. */
  readonly disagreements: readonly DisputedPart[]
}

/** A passage that a person marked in the newest text. */
export type MarkedPassage = { readonly id: Id; readonly span: Span }

/** An article before those who review. */
export type ReviewArticle = {
  readonly article: ArticleRecord
  /** In the order of the text. */
  readonly statements: readonly ReviewedStatement[]
  /** Statements that persons decided about and whose words do not stand in the newest text any more. */
  readonly elsewhere: readonly ReviewedStatement[]
  readonly passages: readonly MarkedPassage[]
  /** The names of all actors who speak. */
  readonly names: ReadonlyMap<Id, readonly ActorName[]>
}

/** An article in the queue. */
export type QueueLine = {
  readonly article: ArticleSummary
  /** Statements that are read and that nobody decided about. */
  readonly undecided: number
  /** Of the least certain of them, from 0 to 1. */
  readonly confidence: number
  /** Whether a dossier rests on the article, and is public. */
  readonly dossier: 'published' | 'followed' | null
}

/** A text with all that persons decided about statements in it. */
export type ReviewedText = {
  readonly articleId: Id
  readonly text: string
  readonly language: string | null
  /** Accepted statements with words of this text, in its order. */
  readonly accepted: readonly StatementRecord[]
  /** Statements that the machine read in it and persons rejected. */
  readonly rejected: readonly StatementRecord[]
  /** How many statements were read in it that nobody decided about. */
  readonly undecided: number
}

/** What persons decide about statements. Each step is one decision, one transaction, one entry of the ledger. */
export interface Reviews {
  /** @throws StoreError `refused` or `no-such-statement`, with a sentence: nothing was written */
  take(step: ReviewStep, who: ReviewedBy): Promise<ReviewOutcome>
  /** Articles with statements that nobody decided about: those that dossiers rest on first, then the least certain. */
  queue(query: { readonly cursor: string | null; readonly limit: number }): Promise<Page<QueueLine>>
  /** Null where there is no such article. */
  article(id: Id): Promise<ReviewArticle | null>
  /** The article of a statement. */
  articleOf(statementId: Id): Promise<Id | null>
  /** The text that follows the article `after` ("" for the first) about whose statements persons decided; null at the end. */
  reviewedText(after: Id): Promise<ReviewedText | null>
}
