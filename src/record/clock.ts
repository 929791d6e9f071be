/** The only source of the present: handed in, so that a test can set it. */
export type Clock = {
  /** UTC, ISO 8601 with milliseconds: `2022-03-08T09:30:00.000Z`. */
  now(): string
}
