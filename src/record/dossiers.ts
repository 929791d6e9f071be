import type { Actor } from './actors/actor.ts'
import type { IdentityDecision, IdentityDeed } from './actors/identities.ts'
import type { SpeakerProposal, SpeakerVerdict } from './actors/speaker-proposal.ts'
import type { Thing } from './as-of/things.ts'
import type { DecidedBy, StatementDecision } from './decisions.ts'
import type { Dossier } from './dossier/dossier.ts'
import type { DossierEdit, EditOutcome, EditRefusal, PartNow } from './dossier-edit/dossier-edit.ts'
import type { ArticleEntry, DossierFile } from './dossier-file/dossier-file.ts'
import type { DossierPart, DossierRemovalAsked, DossierRemovalExtent } from './dossier-removal.ts'
import type { Id } from './id.ts'
import type { ListQuery, Page } from './page.ts'
import type { DossierGone, DossierView, Moment } from './public-record.ts'

/** What a dossier file calls an article, and which one that is. */
export type NamedArticle = ArticleEntry & {
  /** Null where the file lists it and rests nothing on it. */
  readonly articleId: Id | null
  /** Whether it stands in the file's list of articles. */
  readonly isListed: boolean
}

/** A dossier on its way into the record. */
export type TakenDossier = {
  /** Actors have the ids of the file; evidence names articles, and statements where its words are one, by their ids. */
  readonly dossier: Dossier
  readonly articles: readonly NamedArticle[]
  /** Whether a dossier that is new is published. One that is there stays as it is. */
  readonly publish: boolean
  readonly by: DecidedBy
}

/** What came of taking a dossier in. */
export type TakeOutcome = {
  readonly state: 'added' | 'changed' | 'known'
  readonly dossierId: Id
  /** How many of its parts are new, changed, or taken back. */
  readonly parts: number
  /** How many statements were accepted by it. */
  readonly accepted: number
  /** Statements it rests on that a person had rejected or withdrawn: they stay so. */
  readonly refused: readonly Id[]
  readonly isPublished: boolean
}

/** A dossier as lists of the desk show it. */
export type DossierLine = {
  readonly id: Id
  readonly title: string
  readonly changedAt: string
  readonly isPublished: boolean
}

/** What a person decides about a statement. */
export type StatementChoice = Pick<
  StatementDecision,
  'statementId' | 'verdict' | 'by' | 'reason' | 'speakerId' | 'saidOn'
>

/** Dossiers and decisions, as those who make them see them: published or not. Each write is one decision of a person. */
export interface Dossiers {
  /**
   * Takes a dossier in, new or changed: parts that are the same stay, changed ones supersede, and those that are there
   * no more are taken back. A published dossier accepts the statements that it rests on.
   */
  take(taken: TakenDossier): Promise<TakeOutcome>
  /**
   * Changes parts of a dossier, or makes one: all of it or nothing, as one decision. A part that somebody else changed
   * since it was read is a conflict, and nothing is written. What is written into a published dossier is public, and
   * accepts the statements it rests on.
   */
  edit(edit: DossierEdit & { readonly by: DecidedBy }): Promise<EditOutcome>
  /** The dossier as the public will see it once an edit is written and the dossier published; writes nothing. */
  preview(edit: DossierEdit): Promise<DossierView | EditRefusal | null>
  /** All parts of a dossier as they stand, by their ids, those that were taken back too; none where there is none. */
  parts(id: Id): Promise<ReadonlyMap<Id, PartNow>>
  /** What a part said before it was taken back; null where there is nothing of it to be brought back. */
  lastValue(id: Id, part: Id): Promise<Thing | null>
  /** The actors of all dossiers, as their newest rows have them; the same one more than once where several have it. */
  actors(): Promise<readonly Actor[]>
  /** Publishes a dossier, or no longer. @returns false where there is none */
  publish(id: Id, options: { readonly isPublished: boolean; readonly by: DecidedBy }): Promise<boolean>
  /** All dossiers, by title. */
  list(): Promise<readonly DossierLine[]>
  /** Null where there was none by then. */
  dossier(id: Id, moment: Moment): Promise<DossierView | DossierGone | null>
  /** A dossier as its file gives it: with the file's ids, and its names of articles. */
  file(id: Id, at: string | null): Promise<DossierFile | null>
  /** How much goes with a dossier or a part of it; null where there is nothing of it. */
  removalExtent(part: DossierPart): Promise<DossierRemovalExtent | null>
  /**
   * Removes a dossier, a part of it or what they said before: out of every file; ids, day and reason stay, and no file
   * that is taken in brings it back.
   *
   * @returns false where there is nothing of it
   */
  remove(asked: DossierRemovalAsked): Promise<boolean>
  /** @throws StoreError `no-such-statement` */
  decide(choice: StatementChoice): Promise<StatementDecision>
  /** The decisions about a statement, the first one first. */
  decisions(statementId: Id): Promise<readonly StatementDecision[]>
  /** @throws StoreError with the sentence of `identityFault` */
  decideIdentity(deed: IdentityDeed, by: DecidedBy): Promise<IdentityDecision>
  identityDecisions(): Promise<readonly IdentityDecision[]>
  /** Whom speakers may be, as long as nobody decided about it, the newest first. `words` are not looked for. */
  speakerProposals(query: ListQuery): Promise<Page<SpeakerProposal>>
  /**
   * Accepts or declines a proposal. Accepted is a merge, and can be undone as one; what is declined is not proposed again.
   *
   * @throws StoreError `refused`
   */
  decideSpeakerProposal(
    id: Id,
    decision: { readonly verdict: SpeakerVerdict; readonly by: DecidedBy },
  ): Promise<SpeakerProposal>
}
