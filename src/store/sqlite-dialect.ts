import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely'

/** More queries than there are in this program; those with lists of values differ in length. */
const MOST_PREPARED = 500

/** Prepares a query once: that takes as long as most of them run. */
function preparing(database: DatabaseSync): (sql: string) => StatementSync {
  const prepared = new Map<string, StatementSync>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    if (prepared.size >= MOST_PREPARED) prepared.clear()
    const statement = database.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

/** Gives Kysely, which is written for better-sqlite3, Node's own SQLite. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepare = preparing(database)
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      }
    },
  }
}

/**
 * A transaction that writes takes the lock at its start: one that read first and then wanted it would be refused
 * as soon as another process had written in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync, adapted: SqliteDatabase) {
    super({ database: adapted })
    this.#database = database
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  /** A full disk makes SQLite roll back by itself; to ask for it again would hide that the disk is full. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection)
  }
}

class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Kysely's dialect for an open `database`, which Kysely closes. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync
  readonly #adapted: SqliteDatabase

  constructor(database: DatabaseSync) {
    const adapted = asKyselyDatabase(database)
    super({ database: adapted })
    this.#database = database
    this.#adapted = adapted
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#database, this.#adapted)
  }

  override createAdapter(): Adapter {
    return new Adapter()
  }
}
