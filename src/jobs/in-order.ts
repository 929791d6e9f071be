/** More than this is never waited for, whatever it costs. */
const MOST_AHEAD = 1_000

export type InOrderOptions<Item, Result> = {
  /** `before` is resolved once all that came before the item is done. */
  readonly work: (item: Item, before: Promise<unknown>) => Promise<Result>
  /** What an item costs while it is under way, in any unit. */
  readonly cost: (item: Item) => number
  /** No more is begun while what is under way costs as much. */
  readonly limit: number
}

/** Works on several items at a time, and gives the results in the order of the items. Looks ahead only so far. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  { work, cost, limit }: InOrderOptions<Item, Result>,
): AsyncGenerator<Result> {
  const underWay: { readonly result: Promise<Result>; readonly cost: number }[] = []
  let [spent, before]: [number, Promise<unknown>] = [0, Promise.resolve()]
  async function* finished(isFull: () => boolean) {
    while (isFull()) {
      const first = underWay.shift()
      if (first === undefined) return
      yield await first.result
      spent -= first.cost
    }
  }
  for await (const item of items) {
    const result = work(item, before)
    // It is awaited below; one that fails meanwhile is no unhandled error.
    // Its value is thrown away: it would hold those of all items before.
    before = Promise.allSettled([before, result]).then(() => undefined)
    underWay.push({ result, cost: cost(item) })
    spent += cost(item)
    yield* finished(() => spent >= limit || underWay.length >= MOST_AHEAD)
  }
  yield* finished(() => underWay.length > 0)
}
