/** Values that can be made again, the last used ones of them, within a limit. */
export class BoundedCache<K, V> {
  readonly #limit: number
  readonly #weightOf: (value: V) => number
  readonly #values = new Map<K, V>()
  #weight = 0

  /**
   * @param limit    of all weights together; one value alone may weigh more
   * @param weightOf stays the same for a value
   */
  constructor(limit: number, weightOf: (value: V) => number = () => 1) {
    this.#limit = limit
    this.#weightOf = weightOf
  }

  get(key: K): V | undefined {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    // Maps keep the order in which keys were set: the first is the one that was not asked for the longest.
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: K, value: V): void {
    this.delete(key)
    this.#values.set(key, value)
    this.#weight += this.#weightOf(value)
    for (const old of this.#values.keys()) {
      if (this.#weight <= this.#limit || this.#values.size === 1) return
      this.delete(old)
    }
  }

  delete(key: K): void {
    const value = this.#values.get(key)
    if (value === undefined) return
    this.#values.delete(key)
    this.#weight -= this.#weightOf(value)
  }

  keys(): readonly K[] {
    return [...this.#values.keys()]
  }

  clear(): void {
    this.#values.clear()
    this.#weight = 0
  }
}
