import type { DatabaseSync } from 'node:sqlite'
import { deserialize } from 'node:v8'
import type { Fault } from '../article/fault.ts'
import { MAX_OF_ONE_HOST, type TakenJob, type TakeOptions, type Work } from '../record/queue.ts'
import { type Holder, isLost } from './holder.ts'
import { JOB_COLUMNS, type JobRow, jobOf } from './job-row.ts'
import { rowsOf } from './rows.ts'

/**
 * How long a job waits after its process died, by how often that happened, in milliseconds: once can be anybody's
 * fault, and is made good at once. After that others go first, so that what does no harm gets through between deaths.
 */
const WAITS_MS = [0, 4_000, 16_000, 64_000] as const satisfies readonly number[]

const DIED_TOO_OFTEN: Fault = {
  code: 'crashed',
  sentence: `Onrecord died or was killed ${WAITS_MS.length + 1} times while it worked on this, so that it may be the cause; ask for another try, or remove it`,
}

const NO_LONGER_THERE: Fault = {
  code: 'unreadable',
  sentence: 'what was to be done can no longer be read from the list of work; add it again',
}

type RunningRow = {
  readonly seq: number
  readonly lost: number
  readonly holder: string
  readonly holder_host: string
  readonly holder_pid: number
  readonly kept_at: string
}

/** The jobs whose processes have died. */
function lostJobs(database: DatabaseSync, now: string): readonly RunningRow[] {
  const rows = rowsOf<RunningRow>(
    database,
    "select seq, lost, holder, holder_host, holder_pid, kept_at from jobs where state = 'running'",
  )
  return rows.filter((row) =>
    isLost({ token: row.holder, host: row.holder_host, pid: row.holder_pid }, row.kept_at, now),
  )
}

/** Puts back what died with its process, and sets aside what may have killed it. In a transaction. */
function takeBack(database: DatabaseSync, lost: readonly RunningRow[], now: string): void {
  const free = 'lost = lost + 1, holder = null, holder_host = null, holder_pid = null, kept_at = null'
  const wait = database.prepare(
    `update jobs set state = 'waiting', not_before = max(not_before, ?), ${free} where seq = ?`,
  )
  const setAside = database.prepare(
    `update jobs set state = 'set-aside', fault = ?, ended_at = ?, ${free} where seq = ?`,
  )
  for (const job of lost) {
    const ms = WAITS_MS[job.lost]
    if (ms === undefined) setAside.run(JSON.stringify(DIED_TOO_OFTEN), now, job.seq)
    else wait.run(new Date(Date.parse(now) + ms).toISOString(), job.seq)
  }
}

/**
 * The job of a kind that has waited longest, in the words of the index `jobs_to_take`. The two conditions behind the
 * date keep one host, or one key, from being worked on more often than it may at once.
 */
const FIRST = `select seq from jobs
 where state = 'waiting' and kind = ? and background = ? and not_before <= ?
 and (host is null or host not in (
   select host from jobs where state = 'running' and kind = 'add-url' and host is not null
   group by host having count(*) >= ${MAX_OF_ONE_HOST}))
 and (key is null or key not in (select key from jobs where state = 'running' and key is not null))
 order by not_before, seq limit 1`

function firstOf(database: DatabaseSync, { kind, onlyAskedFor }: TakeOptions, now: string): number | null {
  const first = database.prepare(FIRST)
  const row = first.get(kind, 0, now) ?? (onlyAskedFor ? undefined : first.get(kind, 1, now))
  return row === undefined ? null : Number(row['seq'])
}

/** Marks a job as running here. */
function begin(database: DatabaseSync, seq: number, { holder, now }: Claim): JobRow {
  const { token, host, pid } = holder
  database
    .prepare(
      `update jobs set state = 'running', attempts = attempts + 1, progress = null,
       holder = ?, holder_host = ?, holder_pid = ?, kept_at = ? where seq = ?`,
    )
    .run(token, host, pid, now, seq)
  return database.prepare(`select ${JOB_COLUMNS} from jobs where seq = ?`).get(seq) as JobRow
}

function workOf(database: DatabaseSync, seq: number): Work | null {
  const row = database.prepare('select work from work where seq = ?').get(seq) as { work: Uint8Array } | undefined
  try {
    return row === undefined ? null : (deserialize(row.work) as Work)
  } catch {
    return null
  }
}

/** Who takes, and when. */
export type Claim = { readonly holder: Holder; readonly now: string }

/**
 * Whether a look under the lock is worth it: most looks find nothing, and they should not stop others from writing.
 */
export function isAnyToTake(database: DatabaseSync, options: TakeOptions, now: string): boolean {
  return firstOf(database, options, now) !== null || lostJobs(database, now).length > 0
}

/** Takes a job, and takes back first what was lost. In a transaction. */
export function takeJob(database: DatabaseSync, options: TakeOptions, claim: Claim): TakenJob | null {
  const { now } = claim
  takeBack(database, lostJobs(database, now), now)
  for (;;) {
    const seq = firstOf(database, options, now)
    if (seq === null) return null
    const work = workOf(database, seq)
    if (work !== null) return { job: jobOf(begin(database, seq, claim)), work }
    database
      .prepare("update jobs set state = 'set-aside', fault = ?, ended_at = ? where seq = ?")
      .run(JSON.stringify(NO_LONGER_THERE), now, seq)
  }
}
