import type { DayNumber } from '../text/calendar-day.ts'
import type { Actor } from './actors/actor.ts'
import type { DossierAt } from './as-of/dossier-at.ts'
import type { Commitment, CommitmentEvent } from './commitments/commitment.ts'
import type { ThreeAnswers } from './commitments/three-answers.ts'
import type { StatementDecision } from './decisions.ts'
import type { Dossier, DossierHead } from './dossier/dossier.ts'
import type { DossierStanding } from './dossier/dossier-standing.ts'
import type { ArticleOf } from './dossier/quoted.ts'
import type { Id } from './id.ts'
import type { RecordSpan } from './moved/dossier-moves.ts'
import type { MovedItem } from './moved/moved-item.ts'
import type { ListQuery, Page } from './page.ts'
import type { ArticleSummary, CaptureRecord, PlacedStatement } from './records.ts'
import type { Removal } from './removal.ts'
import type { PublicKeptBytes } from './statement-evidence.ts'

/** Two times, which are not the same: what the record knew, and the day that it is asked about. */
export type Moment = {
  /** The record time, UTC in ISO 8601 with milliseconds (see `recordTime`); null for now. */
  readonly at: string | null
  /** Where things stood at the end of this day; null for the day that it was then, in each dossier's own time zones. */
  readonly on: DayNumber | null
}

/** A dossier with all that is derived of it. Actors have their ids of the record, evidence names articles by theirs. */
export type DossierView = {
  readonly dossier: Dossier
  /** What was there by then and is no more. */
  readonly gone: DossierAt['gone']
  /** The record time and the day that were asked about. */
  readonly at: string
  readonly today: DayNumber
  readonly standing: DossierStanding
  /** The articles that evidence rests on, by their ids. */
  readonly articles: ReadonlyMap<Id, ArticleSummary>
  readonly articleOf: ArticleOf
  /** Since when each of its parts reads as it does, by its id: UTC. */
  readonly since: DossierAt['since']
  /** UTC, when anything in it was last recorded, up to that time. */
  readonly changedAt: string
  /** UTC, since when it is published; null where it is not. */
  readonly publishedAt: string | null
}

/** A dossier that is there no more, and why. */
export type DossierGone = { readonly id: Id; readonly gone: DossierAt['gone'] }

/** A commitment among those of other dossiers. */
export type CommitmentLine = {
  readonly dossier: DossierHead
  /** Null where the dossier does not name it any more. */
  readonly actor: Actor | null
  readonly commitment: Commitment
  readonly answers: ThreeAnswers
}

/** What happened to a commitment, among those of other dossiers. */
export type MovedLine = CommitmentLine & { readonly event: CommitmentEvent }

/** What the front page shows, each list as long as it was asked for. */
export type Front = {
  /** The newest events first, by when they happened; what comes only after the day is not there. */
  readonly moved: readonly MovedLine[]
  /** The longest overdue first; those that are perhaps overdue last. */
  readonly overdue: readonly CommitmentLine[]
  /** The nearest due date first. */
  readonly dueNext: readonly CommitmentLine[]
  /** The last accepted first. */
  readonly newest: readonly PublicStatement[]
  readonly counts: {
    readonly dossiers: number
    readonly commitments: number
    readonly overdue: number
    readonly due: number
    readonly statements: number
  }
  /** Of the record, up to that time: UTC; null where nothing is public. */
  readonly changedAt: string | null
}

/** What came last into the public record, for those who follow it. */
export type Recent = {
  /** The last recorded first, whenever they happened; each with the time since when it is public and reads as it does. */
  readonly moved: readonly (MovedLine & { readonly recordedAt: string })[]
  /** The last accepted first. */
  readonly statements: readonly PublicStatement[]
}

/** An actor as the public record knows it: its names in published dossiers first, then as articles print them. */
export type PublicActor = Omit<Actor, 'kind'> & {
  /** Null where no published dossier says. */
  readonly kind: Actor['kind'] | null
}

/** A statement that a person accepted, in the words that were accepted. */
export type PublicStatement = PlacedStatement & {
  /** The decision that stands. */
  readonly decision: StatementDecision
  /** Whoever said it, as it is known now; null where nobody knows. */
  readonly speaker: PublicActor | null
}

/** A statement on its own page. */
export type StatementView = PublicStatement & {
  /** All decisions about it, the first one first. */
  readonly decisions: readonly StatementDecision[]
  /** The first ones of its article. */
  readonly captures: readonly CaptureRecord[]
  /** Through whom it came, as those dossiers have it, from the outlet towards the speaker; empty where none says. */
  readonly via: readonly string[]
  /** Published dossiers that rest on it. */
  readonly dossiers: readonly DossierHead[]
}

/** An accepted statement with what a stranger needs to check that it stands in bytes that were kept. */
export type PublicEvidence = PublicStatement & {
  /** Null where the bytes are no longer there. */
  readonly kept: PublicKeptBytes | null
}

/** A statement that had been accepted and was taken back: its words are shown no more. */
export type WithdrawnStatement = { readonly id: Id; readonly withdrawn: StatementDecision }

/** A statement that had been accepted and whose article was removed since: no day of the record shows its words. */
export type RemovedStatement = { readonly id: Id; readonly removed: Removal }

/** Part of a list as it stood at a record time; null for now. */
export type DatedQuery = ListQuery & Pick<Moment, 'at'>

/** A speaker on a page of its own. */
export type SpeakerView = {
  readonly actor: PublicActor
  /** Its own commitments in published dossiers. */
  readonly commitments: readonly CommitmentLine[]
  /** Accepted ones. */
  readonly statements: Page<PublicStatement>
}

/** An outlet on a page of its own. */
export type OutletView = {
  readonly outlet: string
  /** Accepted statements in its articles. */
  readonly statements: Page<PublicStatement>
  /** Its articles with an accepted statement, or that a published dossier rests on; the newest first. */
  readonly articles: readonly ArticleSummary[]
}

/**
 * What anybody may see: accepted statements and published dossiers, and nothing besides. Public pages, feeds, search
 * and JSON get the record through this port only, so that none of them can show what nobody accepted. Asked as of a
 * record time, each gives what it gave then; only what was removed since is gone from every day.
 */
export interface PublicRecord {
  front(moment: Moment, limit: number): Promise<Front>
  /** What was recorded last, as many of each kind as are asked for. */
  recent(limit: number): Promise<Recent>
  /**
   * All that moved within a span of record time, and what the calendar brought in it, in its order. Spans that follow
   * each other hold each move once, however they are cut; of what was removed since, nothing is told.
   */
  moved(span: RecordSpan): Promise<readonly MovedItem[]>
  /** When anything was last recorded that may change what is public: UTC; null in an empty record. It never goes back. */
  changedAt(): Promise<string | null>
  /** Published dossiers, the last changed first; words ask of their titles. */
  dossiers(query: DatedQuery): Promise<Page<DossierHead & { readonly changedAt: string }>>
  /** Null where there is none that is published. */
  dossier(id: Id, moment: Moment): Promise<DossierView | DossierGone | null>
  statement(id: Id, at: string | null): Promise<StatementView | WithdrawnStatement | RemovedStatement | null>
  /** As it stands now. */
  evidence(id: Id): Promise<PublicEvidence | WithdrawnStatement | RemovedStatement | null>
  /** Accepted statements, the last accepted first; words ask of the statement's own words, its headline and outlet. */
  statements(query: DatedQuery): Promise<Page<PublicStatement>>
  /** By its id, or one that was merged into it. */
  speaker(id: Id, query: ListQuery & Moment): Promise<SpeakerView | null>
  /** By its name, in any spelling of case and spaces. */
  outlet(name: string, query: DatedQuery): Promise<OutletView | null>
}
