import type { DatabaseSync } from 'node:sqlite'
import { serialize } from 'node:v8'
import type { Fault } from '../article/fault.ts'
import type { Id } from '../record/id.ts'
import type { AddOptions, Work } from '../record/queue.ts'

/** What every new row needs. */
export type NewJob = { readonly database: DatabaseSync; readonly id: Id; readonly now: string }

/** How sentences call what is to be done. */
export function nameOf(work: Work): string {
  if (work.kind === 'add-url' || work.kind === 'add-page') return work.url
  if (work.kind === 'add-input') return work.input.name
  return work.kind === 'add-archive' ? (work.name ?? work.path) : work.address
}

/** Whose turn an address takes: its host's; null for what no server has to answer. */
function hostOf(work: Work): string | null {
  return (work.kind === 'add-url' || work.kind === 'add-page') && URL.canParse(work.url) ? new URL(work.url).host : null
}

/** The job of a key that waits already, brought forward to `notBefore`; null where there is none. */
function bringForward(database: DatabaseSync, key: string, notBefore: string): Id | null {
  const waiting = database
    .prepare("select seq, id from jobs where key = ? and state = 'waiting' and ended_at is null")
    .get(key) as { seq: number; id: Id } | undefined
  if (waiting === undefined) return null
  database.prepare('update jobs set not_before = min(not_before, ?) where seq = ?').run(notBefore, waiting.seq)
  return waiting.id
}

/** Writes a job that waits, and what it needs; or finds the one of its key. In a transaction. */
export function addJob({ database, id, now }: NewJob, work: Work, options: AddOptions): Id {
  const { key = null, notBefore = now, group = null, inBackground = false } = options
  const waiting = key === null ? null : bringForward(database, key, notBefore)
  if (waiting !== null) return waiting
  const { lastInsertRowid } = database
    .prepare(
      `insert into jobs (id, kind, name, state, group_id, key, host, background, not_before, added_at)
       values (?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, work.kind, nameOf(work), group, key, hostOf(work), Number(inBackground), notBefore, now)
  database.prepare('insert into work (seq, work) values (?, ?)').run(lastInsertRowid, serialize(work))
  return id
}

/** Writes a job that ended before it could begin. */
export function addRefusedJob(
  { database, id, now }: NewJob,
  { name, fault, group }: { readonly name: string; readonly fault: Fault; readonly group: Id },
): void {
  database
    .prepare(
      `insert into jobs (id, kind, name, state, group_id, background, not_before, fault, added_at, ended_at)
       values (?, 'add-input', ?, 'set-aside', ?, 0, ?, ?, ?, ?)`,
    )
    .run(id, name, group, now, JSON.stringify(fault), now, now)
}
