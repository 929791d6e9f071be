import type { Fault } from '../article/fault.ts'
import type { Id } from './id.ts'
import type { AddOutcome, Input } from './input.ts'
import type { Page } from './page.ts'

/** What is to be done, as plain data. */
export type Work =
  /** Of an address that a feed gave, what is in the record already is not read again under a new address. */
  | { readonly kind: 'add-url'; readonly url: string; readonly isFromFeed?: true }
  /** With a picture of the page. */
  | { readonly kind: 'add-page'; readonly url: string }
  | { readonly kind: 'add-input'; readonly input: Input }
  /** `path` is absolute; `name` is what it was handed in as, where the file is kept for this job alone. */
  | { readonly kind: 'add-archive'; readonly path: string; readonly name?: string }
  /** `address` is only what sentences call it. */
  | { readonly kind: 'look-at-feed'; readonly feedId: Id; readonly address: string }
  | { readonly kind: 'look-at-page'; readonly pageId: Id; readonly address: string }

export type WorkKind = Work['kind']

/** How far a job has come; `total` is null where it is not known. */
export type Progress = {
  readonly stage: 'fetching' | 'reading'
  readonly done: number
  readonly total: number | null
  readonly unit: 'bytes' | 'articles' | 'entries'
}

/** Waiting, also for another try; under way; ended well; set aside with a reason, until a person asks for another try. */
export type JobState = 'waiting' | 'running' | 'done' | 'set-aside'

/** What came of a job that ended well: one article, or what a sentence says. */
export type JobOutcome =
  | Exclude<AddOutcome, { readonly state: 'failed' }>
  | { readonly state: 'said'; readonly sentence: string }

/** A job as lists show it: without the bytes that it may hold. */
export type Job = {
  readonly id: Id
  readonly kind: WorkKind
  /** How sentences call it: the address, the input's name, the archive's path or name, the feed's address. */
  readonly name: string
  readonly state: JobState
  /** The jobs of one form share it; null for a job on its own. */
  readonly group: Id | null
  /** Nobody waits for it. */
  readonly inBackground: boolean
  /** How often it was begun. */
  readonly attempts: number
  /** How many of its tries failed, since it was added or a person asked for another try. */
  readonly failures: number
  /** UTC; it is not begun before. */
  readonly notBefore: string
  /** Of the try that is under way, or of the last one. */
  readonly progress: (Progress & Pace) | null
  /** Why the last try failed; null where none did. */
  readonly fault: Fault | null
  /** Null until it is done. */
  readonly outcome: JobOutcome | null
  /** Whether what it needs is still there for another try. */
  readonly canTryAgain: boolean
  readonly addedAt: string
  readonly endedAt: string | null
}

/** What a rate is reckoned from: where the first report of this try stood, and when (UTC); when the last one came. */
export type Pace = { readonly firstDone: number; readonly firstAt: string; readonly lastAt: string }

/** A job that was taken, and what is to be done. */
export type TakenJob = { readonly job: Job; readonly work: Work }

export type AddOptions = {
  /**
   * Where a job of this key waits, no second one is added: the first comes forward if the second is wanted sooner.
   * Two of one key never run at the same time.
   */
  readonly key?: string
  /** UTC; at once where it is left out. */
  readonly notBefore?: string
  readonly group?: Id
  /** Nobody waits for it: it lets jobs go first that a person asked for. */
  readonly inBackground?: boolean
}

export type TakeOptions = {
  readonly kind: WorkKind
  /** Leaves alone what was added `inBackground`. */
  readonly onlyAskedFor: boolean
}

export type JobsQuery = {
  /** Those that wait: the next first; that run: the first begun first; that ended: the last ended first. */
  readonly state: JobState
  /** All kinds where it is left out. */
  readonly kinds?: readonly WorkKind[]
  readonly cursor: string | null
  /** From 1 to 200; what is outside is taken for the nearest. */
  readonly limit: number
}

/**
 * Work in the background. What was added is there after a crash; what was running when its process died is waiting
 * again, and after a few such deaths in which it came no further it is set aside. Several processes may work on one queue: each job is with
 * one of them. What cannot be written is a `StoreError`, and then nothing was.
 * `queue/` implements it; `test/queue-conformance.ts` says what every engine owes.
 */
export interface Queue {
  add(work: Work, options?: AddOptions): Promise<Id>
  /** Adds many at once, all or none: a thousand cost as much as one that is written by itself. @returns an id for each */
  addAll(jobs: readonly (AddOptions & { readonly work: Work })[]): Promise<readonly Id[]>
  /** Puts on the list what was refused before it could become a job, so that its reason has an address. */
  addRefused(refused: { readonly name: string; readonly fault: Fault }, options: { readonly group: Id }): Promise<Id>
  /** An id for the jobs of one form. */
  newGroup(): Id
  /**
   * Takes the job that has waited longest of those that may be begun, and marks it running; null where there is none.
   * Of addresses no more than `MAX_OF_ONE_HOST` of one host run at once.
   */
  take(options: TakeOptions): Promise<TakenJob | null>
  /** When the next job may be begun that may not be yet, UTC; null where none waits for its time. */
  nextDue(): Promise<string | null>
  /** Says that jobs taken here are still worked on, so that no other process takes them for lost. @returns those no longer ours */
  keep(ids: readonly Id[]): Promise<readonly Id[]>
  // Each of these is for a job taken here; false where it no longer is: it was removed, or taken for lost.
  progress(id: Id, progress: Progress): Promise<boolean>
  done(id: Id, outcome: JobOutcome): Promise<boolean>
  /** Puts it back to wait for another try. */
  retry(id: Id, reason: { readonly fault: Fault; readonly notBefore: string }): Promise<boolean>
  setAside(id: Id, fault: Fault): Promise<boolean>
  /** Lets go of a job before its end: it waits again as if it had not been begun. */
  release(id: Id): Promise<boolean>
  // For a person.
  /** Another try of a job that was set aside, or at once of one that waits for its time. */
  tryAgain(id: Id): Promise<boolean>
  /** Forgets a job with all that it holds, whatever its state. */
  remove(id: Id): Promise<boolean>
  /** Forgets what ended before `day` (UTC): that much less is kept of what was handed in and looked at. */
  forgetEnded(before: { readonly done: string; readonly setAside: string }): Promise<void>
  jobs(query: JobsQuery): Promise<Page<Job>>
  /** The jobs of a form, in the order in which they were added. */
  jobsOfGroup(group: Id, query: Pick<JobsQuery, 'cursor' | 'limit'>): Promise<Page<Job>>
  /** How many there are, of a group or of all. */
  counts(group: Id | null): Promise<Readonly<Record<JobState, number>>>
  job(id: Id): Promise<Job | null>
  /** Calls `changed` after each change made through this queue. @returns stops that */
  watch(changed: () => void): () => void
  close(): Promise<void>
}

/** How many addresses of one host are fetched at once: the others would only wait for the same server. */
export const MAX_OF_ONE_HOST = 2
