import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import type { Writer } from './writer.ts'

/** How the parts of the store read and write: each call is one transaction. */
export type Access = {
  readonly read: <T>(read: (db: Kysely<Tables>) => Promise<T>) => Promise<T>
  readonly write: <T>(write: (writer: Writer) => Promise<T>) => Promise<T>
  /** UTC. */
  readonly now: () => string
}
