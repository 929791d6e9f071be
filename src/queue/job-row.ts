import type { Fault } from '../article/fault.ts'
import type { Job, JobOutcome, JobState, WorkKind } from '../record/queue.ts'

/** The columns that a `Job` is made of, from `jobs` and, for `has_work`, `work`. */
export const JOB_COLUMNS = `jobs.seq, id, kind, name, state, group_id, background, attempts, failures, not_before, progress, fault,
 outcome, added_at, ended_at, exists (select 1 from work where work.seq = jobs.seq) as has_work`

/** A row of those. */
export type JobRow = {
  readonly seq: number
  readonly id: string
  readonly kind: WorkKind
  readonly name: string
  readonly state: JobState
  readonly group_id: string | null
  readonly background: number
  readonly attempts: number
  readonly failures: number
  readonly not_before: string
  readonly progress: string | null
  readonly fault: string | null
  readonly outcome: string | null
  readonly added_at: string
  readonly ended_at: string | null
  readonly has_work: number
}

/** The database is ours: what is JSON in it was written by us. */
function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

/** The job that a row tells of. */
export function jobOf(row: JobRow): Job {
  const { id, kind, name, state, attempts, failures } = row
  return {
    id,
    kind,
    name,
    state,
    group: row.group_id,
    inBackground: row.background === 1,
    attempts,
    failures,
    notBefore: row.not_before,
    progress: parsed<NonNullable<Job['progress']>>(row.progress),
    fault: parsed<Fault>(row.fault),
    outcome: parsed<JobOutcome>(row.outcome),
    canTryAgain: row.has_work === 1,
    addedAt: row.added_at,
    endedAt: row.ended_at,
  }
}
