import type { Id } from '../id.ts'
import type { Bounce } from './bounce.ts'
import type { DeliveryCounts, Fate, MayRepeat, Offer } from './delivery.ts'

/** Deliveries that wait, of one provider: the part of their addresses behind the "@". */
export type WaitingOf = { readonly domain: string; readonly seqs: readonly number[] }

/** What came of an offer. */
export type FateOfOffer = { readonly seq: number; readonly fate: Fate }

/**
 * Every delivery and what became of it. What a person decided about an edition counts from the next offer on: one that
 * is paused or cancelled offers nothing more.
 */
export interface Deliveries {
  /** What waits in editions that are being sent, or was deferred until before now; each provider's in its order. */
  waiting(): Promise<readonly WaitingOf[]>
  /** UTC, when the next one that was deferred is due; null where none is. */
  nextDue(): Promise<string | null>
  /**
   * Writes down what came of earlier offers and that the next ones are made, in one transaction that is on the disk when
   * this resolves. Whoever must not be written to any more is suppressed, and not offered.
   *
   * @param seqs deliveries to be offered; what does not wait any more is left out
   * @throws StoreError, and then nothing was written
   */
  turn(fates: readonly FateOfOffer[], seqs: readonly number[]): Promise<readonly Offer[]>
  /**
   * To be called before the first turn, by the one process that sends: what had been offered when a process died waits
   * again, and may be repeated.
   */
  recover(): Promise<readonly MayRepeat[]>
  /**
   * Counts a failure that was reported after the message had been taken over. An address that is given up by it is written
   * to no more; the same kind of failure of one delivery counts once, however often it is reported.
   */
  cameBack(seq: number, bounce: Pick<Bounce, 'kind' | 'status'>): Promise<void>
  counts(editionId: Id): Promise<DeliveryCounts>
  /** Those that a reader may get twice. */
  mayRepeat(editionId: Id): Promise<readonly MayRepeat[]>
}
