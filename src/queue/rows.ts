import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

/** All rows of a query of ours, in the shape that its columns have. */
export function rowsOf<Row>(database: DatabaseSync, sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
  return database.prepare(sql).all(...values) as readonly unknown[] as readonly Row[]
}

/** The first row of a query of ours, or undefined. */
export function rowOf<Row>(database: DatabaseSync, sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
  return database.prepare(sql).get(...values) as unknown as Row | undefined
}
