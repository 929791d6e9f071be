import type { Fault } from '../article/fault.ts'
import type { JobOutcome, Progress, Work, WorkKind } from '../record/queue.ts'

/** How one try of a job ended. A fault that may pass is worth another try after a while. */
export type JobEnd =
  | JobOutcome
  | {
      readonly state: 'failed'
      readonly fault: Fault
      readonly mayPass: boolean
      /** What a server asked for, in milliseconds; null where none did. */
      readonly retryAfterMs: number | null
    }

/** What a handler is given beside its work. */
export type JobContext = {
  /** Says how far it has come; as often as it likes: it is written down once a second. */
  readonly progress: (progress: Progress) => void
  /** Aborted when the program stops, or a person removes the job: what is done after that is thrown away. */
  readonly signal: AbortSignal
}

/** Does the work of one kind, once. It may be done again from the start: whatever it adds, it adds once. */
export type JobHandler<Kind extends WorkKind> = (
  work: Extract<Work, { readonly kind: Kind }>,
  context: JobContext,
) => Promise<JobEnd>

/** One for each kind of work that is done here; what is of another kind waits. */
export type JobHandlers = { readonly [Kind in WorkKind]?: JobHandler<Kind> }
