import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Clock } from '../record/clock.ts'
import { namingNow } from '../sqlite/sqlite-errors.ts'

/** Runs queries of ours. */
export type Queries = {
  /** All rows, in the shape that the query's columns have. */
  all<Row>(sql: string, ...values: readonly SQLInputValue[]): readonly Row[]
  /** @returns how many rows it changed */
  run(sql: string, ...values: readonly SQLInputValue[]): number
}

/** The newsletter's open database. Each call is one transaction. */
export class MailingDatabase {
  readonly #database: DatabaseSync
  readonly #path: string
  readonly #clock: Clock
  /** Queries that were prepared: there are a few dozen, and preparing takes as long as most of them run. */
  readonly #prepared = new Map<string, StatementSync>()
  readonly #queries: Queries

  constructor({ database, path, clock }: { database: DatabaseSync; path: string; clock: Clock }) {
    this.#database = database
    this.#path = path
    this.#clock = clock
    this.#queries = {
      all: <Row>(sql: string, ...values: readonly SQLInputValue[]) =>
        this.#prepare(sql).all(...values) as readonly unknown[] as readonly Row[],
      run: (sql, ...values) => Number(this.#prepare(sql).run(...values).changes),
    }
  }

  /** @param read is given the time now, UTC */
  read<T>(read: (queries: Queries, now: string) => T): T {
    return namingNow(this.#path, () => read(this.#queries, this.#clock.now()))
  }

  /** @param write is given the time at which all its rows are written, UTC */
  write<T>(write: (queries: Queries, now: string) => T): T {
    const database = this.#database
    return namingNow(this.#path, () => {
      database.exec('begin immediate')
      try {
        const written = write(this.#queries, this.#clock.now())
        database.exec('commit')
        return written
      } catch (error) {
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
    })
  }

  close(): void {
    this.#prepared.clear()
    if (this.#database.isOpen) this.#database.close()
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}
