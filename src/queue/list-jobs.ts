import type { DatabaseSync } from 'node:sqlite'
import type { Id } from '../record/id.ts'
import type { Page } from '../record/page.ts'
import type { Job, JobState, JobsQuery } from '../record/queue.ts'
import { JOB_COLUMNS, type JobRow, jobOf } from './job-row.ts'
import { rowOf, rowsOf } from './rows.ts'

const MAX_LIMIT = 200

/** Each state in the words of its index, which SQLite does not use for a state that it is only given a place for. */
const WHERE: Readonly<Record<JobState, string>> = {
  waiting: "state = 'waiting'",
  running: "state = 'running'",
  done: "state = 'done' and ended_at is not null",
  'set-aside': "state = 'set-aside' and ended_at is not null",
}

/** How each state's list is ordered; the key in the cursor is this column's. */
const ORDERS: Readonly<Record<JobState, readonly [column: 'not_before' | 'seq' | 'ended_at', way: 'asc' | 'desc']>> = {
  waiting: ['not_before', 'asc'],
  running: ['seq', 'asc'],
  done: ['ended_at', 'desc'],
  'set-aside': ['ended_at', 'desc'],
}

type Key = { readonly key: string | number; readonly seq: number }

/** Reads a cursor: the key and the `seq` of the last job of the page before; null where it is none of ours. */
function keyOf(cursor: string | null, column: string): Key | null {
  const [, key, seq] = /^([\dTZ:.-]{1,30})_(\d{1,15})$/.exec(cursor ?? '') ?? []
  if (key === undefined || seq === undefined) return null
  return { key: column === 'seq' ? Number(seq) : key, seq: Number(seq) }
}

/** Cuts rows, of which there is one more than the page holds where there are more, to a page. */
function pageOf(
  rows: readonly JobRow[],
  options: { readonly limit: number; readonly total: number; readonly column: 'not_before' | 'seq' | 'ended_at' },
): Page<Job> {
  const { limit, total, column } = options
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last !== undefined ? `${last[column]}_${last.seq}` : null
  return { items: shown.map(jobOf), total, next }
}

function limitOf(limit: number): number {
  return Math.max(1, Math.min(MAX_LIMIT, Math.trunc(limit) || 1))
}

function countOf(database: DatabaseSync, where: string, ...values: readonly string[]): number {
  return rowOf<{ jobs: number }>(database, `select count(*) as jobs from jobs where ${where}`, ...values)?.jobs ?? 0
}

/** A page of the jobs in one state. Cost: with 100,000 waiting, that of counting them, a few milliseconds. */
export function listJobs(database: DatabaseSync, query: JobsQuery): Page<Job> {
  const { state, kinds } = query
  const [column, way] = ORDERS[state]
  const limit = limitOf(query.limit)
  const from = keyOf(query.cursor, column)
  const ofKinds = kinds === undefined ? '' : ' and kind in (select value from json_each(?))'
  const given = kinds === undefined ? [] : [JSON.stringify(kinds)]
  const after = from === null ? '' : ` and (${column}, jobs.seq) ${way === 'asc' ? '>' : '<'} (?, ?)`
  const rows = rowsOf<JobRow>(
    database,
    `select ${JOB_COLUMNS} from jobs where ${WHERE[state]}${ofKinds}${after}
     order by ${column} ${way}, jobs.seq ${way} limit ?`,
    ...given,
    ...(from === null ? [] : [from.key, from.seq]),
    limit + 1,
  )
  const total = countOf(database, `${WHERE[state]}${ofKinds}`, ...given)
  return pageOf(rows, { limit, total, column })
}

/** A page of the jobs of one group, in the order in which they were added. */
export function listGroup(database: DatabaseSync, group: Id, query: Pick<JobsQuery, 'cursor' | 'limit'>): Page<Job> {
  const limit = limitOf(query.limit)
  const from = keyOf(query.cursor, 'seq')?.seq ?? 0
  const rows = rowsOf<JobRow>(
    database,
    `select ${JOB_COLUMNS} from jobs where group_id = ? and jobs.seq > ? order by jobs.seq limit ?`,
    group,
    from,
    limit + 1,
  )
  const total = countOf(database, 'group_id = ?', group)
  return pageOf(rows, { limit, total, column: 'seq' })
}

/** How many jobs there are in each state, of a group or of all. */
export function countJobs(database: DatabaseSync, group: Id | null): Readonly<Record<JobState, number>> {
  const counts = { waiting: 0, running: 0, done: 0, 'set-aside': 0 }
  if (group !== null) {
    const rows = rowsOf<{ readonly state: JobState; readonly jobs: number }>(
      database,
      'select state, count(*) as jobs from jobs where group_id = ? group by state',
      group,
    )
    for (const { state, jobs } of rows) counts[state] = jobs
    return counts
  }
  // One by one, so that each is answered from its own index.
  for (const state of Object.keys(counts) as JobState[]) counts[state] = countOf(database, WHERE[state])
  return counts
}
