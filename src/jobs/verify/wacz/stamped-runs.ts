import type { LedgerHead } from '../../../record/ledger.ts'

/**
 * Counts the entries of a ledger from which an unbroken run of entries leads to one that was stamped: those were there when
 * it was. Entries are added in their order.
 */
export class StampedRuns {
  readonly #stamps: ReadonlyMap<number, string>
  #last = 0
  #waiting = 0
  #stamped = 0

  /** @param stamps the hash that was stamped, by the place of its entry */
  constructor(stamps: ReadonlyMap<number, string>) {
    this.#stamps = stamps
  }

  /**
   * @param is.isLink an entry that only holds the run together is not counted
   * @param is.isGood whether its hash is right and it follows the one before
   */
  add({ seq, hash }: LedgerHead, is: { readonly isLink: boolean; readonly isGood: boolean }): void {
    if (!is.isGood || seq !== this.#last + 1) this.#waiting = 0
    this.#last = seq
    if (!is.isGood) return
    if (!is.isLink) this.#waiting += 1
    if (this.#stamps.get(seq) !== hash) return
    this.#stamped += this.#waiting
    this.#waiting = 0
  }

  get stamped(): number {
    return this.#stamped
  }
}
