import type { Deliveries, FateOfOffer } from '../../record/newsletter/deliveries.ts'
import type { Offer } from '../../record/newsletter/delivery.ts'

type Asked = {
  readonly fate: FateOfOffer | null
  readonly seqs: readonly number[]
  readonly resolve: (offers: readonly Offer[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes what the connections did, all that came together in one transaction: the disk is waited for once, however many
 * connections there are.
 */
export class Turns {
  readonly #deliveries: Pick<Deliveries, 'turn'>
  #asked: Asked[] = []
  #isWriting = false

  constructor(deliveries: Pick<Deliveries, 'turn'>) {
    this.#deliveries = deliveries
  }

  /**
   * @param fate of the offer that this connection made last
   * @param seqs what it would offer next
   * @returns what of these it may, once all of it is on the disk
   */
  take(fate: FateOfOffer | null, seqs: readonly number[]): Promise<readonly Offer[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Offer[]>()
    this.#asked.push({ fate, seqs, resolve, reject })
    if (!this.#isWriting) {
      this.#isWriting = true
      // What else is answered in this round of the event loop goes into the same transaction.
      setImmediate(() => void this.#write())
    }
    return promise
  }

  async #write(): Promise<void> {
    const asked = this.#asked
    this.#asked = []
    try {
      const offers = await this.#deliveries.turn(
        asked.flatMap(({ fate }) => fate ?? []),
        asked.flatMap(({ seqs }) => seqs),
      )
      for (const { seqs, resolve } of asked) resolve(offers.filter(({ seq }) => seqs.includes(seq)))
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
    if (this.#asked.length > 0) setImmediate(() => void this.#write())
    else this.#isWriting = false
  }
}
