/** A run of items that two lists share, or that only the earlier (`gone`) or only the later one (`new`) has. */
export type Difference<Item> = { readonly kind: 'same' | 'gone' | 'new'; readonly items: readonly Item[] }

/** Longer stretches are taken for replaced whole: a person would not follow their words any more. 8 MB at most. */
const MAX_CELLS = 4_000_000

/** How many items each pair of ends shares at most, in rows of `width`. */
function sharedCounts<Item>(a: readonly Item[], b: readonly Item[]): Uint16Array {
  const width = b.length + 1
  const counts = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [down, right] = [counts[(i + 1) * width + j] ?? 0, counts[i * width + j + 1] ?? 0]
      counts[i * width + j] = a[i] === b[j] ? (counts[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  return counts
}

function* middle<Item>(a: readonly Item[], b: readonly Item[]): Generator<readonly [Difference<Item>['kind'], Item]> {
  const isTooLong = (a.length + 1) * (b.length + 1) > MAX_CELLS || Math.min(a.length, b.length) > 0xffff
  const counts = isTooLong ? new Uint16Array() : sharedCounts(a, b)
  const width = b.length + 1
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i] as Item, b[j] as Item]
    const isShared = !isTooLong && i < a.length && j < b.length && one === other
    const isGone =
      i < a.length && (j === b.length || (counts[(i + 1) * width + j] ?? 0) >= (counts[i * width + j + 1] ?? 0))
    if (isShared) yield ['same', one]
    else if (isGone) yield ['gone', one]
    else yield ['new', other]
    if (isShared || isGone) i += 1
    if (isShared || !isGone) j += 1
  }
}

/** Runs of one kind in one; between two runs that are the same, what is gone stands before what is new. */
function runsOf<Item>(steps: Iterable<readonly [Difference<Item>['kind'], Item]>): readonly Difference<Item>[] {
  const runs: Difference<Item>[] = []
  let changed: Record<'gone' | 'new', Item[]> = { gone: [], new: [] }
  let same: Item[] = []
  const close = () => {
    for (const kind of ['gone', 'new'] as const) if (changed[kind].length > 0) runs.push({ kind, items: changed[kind] })
    changed = { gone: [], new: [] }
  }
  const closeSame = () => {
    if (same.length > 0) runs.push({ kind: 'same', items: same })
    same = []
  }
  for (const [kind, item] of steps) {
    if (kind === 'same') {
      close()
      same.push(item)
    } else {
      closeSame()
      changed[kind].push(item)
    }
  }
  close()
  closeSame()
  return runs
}

/**
 * What two lists share in the same order, as much as can be, and what each has alone.
 *
 * @returns runs that give `earlier` without the new ones, and `later` without the gone ones
 * Cost: O(length of the one · that of the other), without what they share at both ends.
 * Source: the longest common subsequence, by rows.
 */
export function differences<Item>(earlier: readonly Item[], later: readonly Item[]): readonly Difference<Item>[] {
  let head = 0
  while (head < earlier.length && head < later.length && earlier[head] === later[head]) head += 1
  let tail = 0
  const most = Math.min(earlier.length, later.length) - head
  while (tail < most && earlier.at(-1 - tail) === later.at(-1 - tail)) tail += 1
  const same = (items: readonly Item[]) => items.map((item) => ['same', item] as const)
  return runsOf([
    ...same(earlier.slice(0, head)),
    ...middle(earlier.slice(head, earlier.length - tail), later.slice(head, later.length - tail)),
    ...same(earlier.slice(earlier.length - tail)),
  ])
}
