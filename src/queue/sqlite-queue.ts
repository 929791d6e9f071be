import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Fault } from '../article/fault.ts'
import { assertClean } from '../record/clean.ts'
import type { Clock } from '../record/clock.ts'
import type { Id } from '../record/id.ts'
import type {
  AddOptions,
  Job,
  JobOutcome,
  JobsQuery,
  Pace,
  Progress,
  Queue,
  TakenJob,
  TakeOptions,
  Work,
} from '../record/queue.ts'
import { namingNow } from '../sqlite/sqlite-errors.ts'
import { addJob, addRefusedJob } from './add-job.ts'
import { enter, type Holder, leave } from './holder.ts'
import { JOB_COLUMNS, type JobRow, jobOf } from './job-row.ts'
import { countJobs, listGroup, listJobs } from './list-jobs.ts'
import { isAnyToTake, takeJob } from './take-job.ts'

export type SqliteQueueParts = {
  readonly database: DatabaseSync
  readonly clock: Clock
  readonly newId: (now: string) => Id
  /** As sentences name it. */
  readonly path: string
}

/** No longer with anybody. */
const FREE = 'holder = null, holder_host = null, holder_pid = null, kept_at = null'
/** With this queue. */
const OURS = "id = ? and state = 'running' and holder = ?"

/** The list of work in one SQLite file. Each call is one transaction. */
export class SqliteQueue implements Queue {
  readonly #parts: SqliteQueueParts
  readonly #holder: Holder
  readonly #watchers = new Set<() => void>()

  constructor(parts: SqliteQueueParts) {
    this.#parts = parts
    this.#holder = enter(parts.newId(parts.clock.now()))
  }

  async add(work: Work, options: AddOptions = {}): Promise<Id> {
    assertClean({ work, options })
    return this.#write((database, now) => addJob({ database, id: this.#parts.newId(now), now }, work, options))
  }

  async addAll(jobs: readonly (AddOptions & { readonly work: Work })[]): Promise<readonly Id[]> {
    assertClean(jobs)
    return this.#write((database, now) =>
      jobs.map(({ work, ...options }) => addJob({ database, id: this.#parts.newId(now), now }, work, options)),
    )
  }

  async addRefused(
    { name, fault }: { readonly name: string; readonly fault: Fault },
    { group }: { readonly group: Id },
  ): Promise<Id> {
    assertClean({ name, fault })
    return this.#write((database, now) => {
      const id = this.#parts.newId(now)
      addRefusedJob({ database, id, now }, { name, fault, group })
      return id
    })
  }

  newGroup(): Id {
    return this.#parts.newId(this.#parts.clock.now())
  }

  async take(options: TakeOptions): Promise<TakenJob | null> {
    const now = this.#parts.clock.now()
    if (!this.#read((database) => isAnyToTake(database, options, now))) return null
    return this.#write((database) => takeJob(database, options, { holder: this.#holder, now }))
  }

  async nextDue(): Promise<string | null> {
    const now = this.#parts.clock.now()
    const row = this.#read((database) =>
      database.prepare("select min(not_before) as due from jobs where state = 'waiting' and not_before > ?").get(now),
    )
    return (row as { due: string | null }).due
  }

  async keep(ids: readonly Id[]): Promise<readonly Id[]> {
    if (ids.length === 0) return []
    return this.#write((database, now) => {
      const keep = database.prepare(`update jobs set kept_at = ? where ${OURS}`)
      return ids.filter((id) => keep.run(now, id, this.#holder.token).changes === 0)
    })
  }

  async progress(id: Id, progress: Progress): Promise<boolean> {
    assertClean(progress)
    return this.#write((database, now) => {
      const row = database.prepare(`select progress from jobs where ${OURS}`).get(id, this.#holder.token) as
        | { progress: string | null }
        | undefined
      if (row === undefined) return false
      const { firstDone, firstAt }: Omit<Pace, 'lastAt'> =
        row.progress === null ? { firstDone: progress.done, firstAt: now } : JSON.parse(row.progress)
      const kept = { ...progress, firstDone, firstAt, lastAt: now }
      // A job that gets further every time is not what kills its process.
      const sql = `update jobs set progress = ?, kept_at = ?, lost = iif(? > furthest, 0, lost), furthest = max(furthest, ?)`
      return this.#change(`${sql} where ${OURS}`, [
        JSON.stringify(kept),
        now,
        progress.done,
        progress.done,
        id,
        this.#holder.token,
      ])
    })
  }

  async done(id: Id, outcome: JobOutcome): Promise<boolean> {
    assertClean(outcome)
    return this.#write((database, now) => {
      database.prepare(`delete from work where seq = (select seq from jobs where ${OURS})`).run(id, this.#holder.token)
      const sql = `update jobs set state = 'done', outcome = ?, fault = null, ended_at = ?, ${FREE} where ${OURS}`
      return this.#change(sql, [JSON.stringify(outcome), now, id, this.#holder.token])
    })
  }

  async retry(id: Id, { fault, notBefore }: { readonly fault: Fault; readonly notBefore: string }): Promise<boolean> {
    assertClean(fault)
    const sql = `update jobs set state = 'waiting', failures = failures + 1, lost = 0, fault = ?, not_before = ?, ${FREE} where ${OURS}`
    return this.#write(() => this.#change(sql, [JSON.stringify(fault), notBefore, id, this.#holder.token]))
  }

  async setAside(id: Id, fault: Fault): Promise<boolean> {
    assertClean(fault)
    const sql = `update jobs set state = 'set-aside', failures = failures + 1, fault = ?, ended_at = ?, ${FREE} where ${OURS}`
    return this.#write((_, now) => this.#change(sql, [JSON.stringify(fault), now, id, this.#holder.token]))
  }

  async release(id: Id): Promise<boolean> {
    const sql = `update jobs set state = 'waiting', attempts = attempts - 1, ${FREE} where ${OURS}`
    return this.#write(() => this.#change(sql, [id, this.#holder.token]))
  }

  async tryAgain(id: Id): Promise<boolean> {
    return this.#write((_, now) =>
      this.#change(
        `update jobs set state = 'waiting', failures = 0, lost = 0, not_before = ?, ended_at = null
         where id = ? and state in ('waiting', 'set-aside') and seq in (select seq from work)`,
        [now, id],
      ),
    )
  }

  async remove(id: Id): Promise<boolean> {
    return this.#write(() => this.#change('delete from jobs where id = ?', [id]))
  }

  async forgetEnded({ done, setAside }: { readonly done: string; readonly setAside: string }): Promise<void> {
    this.#write((database) => {
      const forget = database.prepare('delete from jobs where state = ? and ended_at < ?')
      forget.run('done', done)
      forget.run('set-aside', setAside)
    })
  }

  async jobs(query: JobsQuery) {
    return this.#read((database) => listJobs(database, query))
  }

  async jobsOfGroup(group: Id, query: Pick<JobsQuery, 'cursor' | 'limit'>) {
    return this.#read((database) => listGroup(database, group, query))
  }

  async counts(group: Id | null) {
    return this.#read((database) => countJobs(database, group))
  }

  async job(id: Id): Promise<Job | null> {
    const row = this.#read((database) => database.prepare(`select ${JOB_COLUMNS} from jobs where id = ?`).get(id))
    return row === undefined ? null : jobOf(row as JobRow)
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }

  async close(): Promise<void> {
    const { database } = this.#parts
    if (!database.isOpen) return
    try {
      this.#write(() =>
        this.#change(
          `update jobs set state = 'waiting', attempts = attempts - 1, ${FREE} where state = 'running' and holder = ?`,
          [this.#holder.token],
        ),
      )
    } finally {
      leave(this.#holder)
      database.close()
    }
  }

  #change(sql: string, values: readonly SQLInputValue[]): boolean {
    return this.#parts.database.prepare(sql).run(...values).changes > 0
  }

  #read<T>(read: (database: DatabaseSync) => T): T {
    const { database, path } = this.#parts
    return namingNow(path, () => read(database))
  }

  #write<T>(write: (database: DatabaseSync, now: string) => T): T {
    const { database, path, clock } = this.#parts
    const result = namingNow(path, () => {
      database.exec('begin immediate')
      try {
        const written = write(database, clock.now())
        database.exec('commit')
        return written
      } catch (error) {
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
    })
    for (const changed of this.#watchers) changed()
    return result
  }
}
