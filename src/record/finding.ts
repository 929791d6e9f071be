/** Something that a check found. */
export type Finding = {
  /** Where: a file and byte, an entry of the ledger, or a thing and its id. */
  readonly place: string
  /** What is there, and what it means, in words. */
  readonly sentence: string
  /** Whether evidence is in doubt by it; what is not is said all the same. */
  readonly isFault: boolean
}
