/** A list of 32-bit integers that grows: millions of offsets without an object for each. */
export class GrowingInts {
  #values = new Int32Array(1024)
  #length = 0

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  /** How many values there are so far. */
  get length(): number {
    return this.#length
  }

  /** The values so far, as an array of their own. */
  done(): Int32Array {
    return this.#values.slice(0, this.#length)
  }
}
