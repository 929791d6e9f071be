import type { Id } from '../id.ts'

/** What one row says of a thing. */
export type Entry<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** An editor took it back, from this row on; before, it stood. */
  | { readonly kind: 'withdrawn'; readonly reason: string }
  /**
   * It had to go: no day of the record shows its value any more, and every day on which it was there says that it was
   * removed. `at`: when; null where that was when the row was recorded.
   */
  | { readonly kind: 'removed'; readonly reason: string; readonly at?: string | null }

/** One row of the record. Nothing is overwritten: what changes is a new row that names the one it supersedes. */
export type Row<T> = {
  readonly rowId: Id
  /** The thing that the row is about; it keeps its id through all its rows. */
  readonly thingId: Id
  /** UTC, ISO 8601 with milliseconds. */
  readonly recordedAt: string
  /** An earlier row about the same thing; null for the first. */
  readonly supersedes: Id | null
  readonly entry: Entry<T>
}

/** How a thing stands at a moment of the record. */
export type Standing<T> = {
  readonly thingId: Id
  /** The row that says so, and when it was recorded. */
  readonly rowId: Id
  readonly recordedAt: string
  readonly entry: Entry<T>
}
