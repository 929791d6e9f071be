import type { EditionItem } from '../record/newsletter/editions.ts'
import { type Followed, isOwed, type TellableItem } from '../record/newsletter/owed.ts'
import type { Queries } from './mailing-database.ts'

/** A subscriber as far as it matters what is owed. */
type Reader = { readonly seq: number; readonly domain: string; readonly told: number }

type Item = TellableItem & { readonly seq: number; readonly key: string }

type ItemRow = { readonly seq: number; readonly key: string; readonly at: string; readonly topics: string }

/** Deliveries of what moved that never went out: given up, or of an edition that was cancelled before. */
const LOST = `from deliveries d join editions e on e.seq = d.edition join contents c on c.seq = d.content
  where d.is_owed_again = 0 and d.may_repeat = 0 and d.state in ('waiting', 'deferred', 'refused')
    and (d.state = 'refused' or e.state = 'cancelled')`

/** Gives what moved its numbers, in the order in which it is seen; what has one keeps it, whatever is said of it later. */
export function numberItems({ run }: Queries, items: readonly EditionItem[]): void {
  for (const { key, at, topics } of items)
    run('insert or ignore into items (key, at, topics) values (?, ?, ?)', key, at, JSON.stringify(topics))
}

/** The item of a row. */
function itemOf({ topics, ...row }: ItemRow): Item {
  return { ...row, topics: new Set(JSON.parse(topics) as readonly string[]) }
}

function itemsAfter({ all }: Queries, seq: number): readonly Item[] {
  return all<ItemRow>('select * from items where seq > ? order by seq', seq).map(itemOf)
}

/** What readers follow and followed, by their numbers. */
function followedBy({ all }: Queries, reader: number | null): ReadonlyMap<number, readonly Followed[]> {
  const rows = all<Followed & { readonly subscriber: number }>(
    `select subscriber, topic, since, null as until from follows where ?1 is null or subscriber = ?1
     union all select subscriber, topic, since, until from followed where ?1 is null or subscriber = ?1`,
    reader,
  )
  return Map.groupBy(rows, ({ subscriber }) => subscriber)
}

/** The numbers of items that were on their way to readers, and never went out. */
function lostBy({ all }: Queries): ReadonlyMap<number, readonly number[]> {
  const rows = all<{ subscriber: number; items: string }>(`select d.subscriber, c.items ${LOST}`)
  const found = new Map<number, number[]>()
  for (const { subscriber, items } of rows)
    found.set(subscriber, [...(found.get(subscriber) ?? []), ...(JSON.parse(items) as readonly number[])])
  return found
}

/** What is owed of everything, for whoever asks of several readers. */
class Owed {
  readonly #items: ReadonlyMap<number, Item>
  readonly #inOrder: readonly Item[]
  readonly #followed: ReadonlyMap<number, readonly Followed[]>
  readonly #lost: ReadonlyMap<number, readonly number[]>

  constructor(queries: Queries, { told, reader }: { readonly told: number; readonly reader: number | null }) {
    this.#lost = lostBy(queries)
    const first = [...this.#lost.values()].flat().reduce((least, seq) => Math.min(least, seq - 1), told)
    this.#inOrder = itemsAfter(queries, first)
    this.#items = new Map(this.#inOrder.map((item) => [item.seq, item]))
    this.#followed = followedBy(queries, reader)
  }

  /** Whether something was on its way to a reader and never went out. */
  hasLost({ seq }: Reader): boolean {
    return this.#lost.has(seq)
  }

  /** The numbers of what a reader is to be told, in order. */
  of({ seq, told }: Reader): readonly number[] {
    const followed = this.#followed.get(seq) ?? []
    const lost = (this.#lost.get(seq) ?? []).flatMap((one) => this.#items.get(one) ?? [])
    const fresh = this.#inOrder.filter((item) => item.seq > told)
    const owed = [...lost, ...fresh].filter((item) => isOwed(item, followed))
    return [...new Set(owed.map((item) => item.seq))].sort((a, b) => a - b)
  }
}

/** Everybody who can be told something by an edition for these cadences. */
function readersOf({ all }: Queries, cadences: readonly string[]): readonly Reader[] {
  return all<Reader>(
    `select s.seq, s.domain, s.told from subscribers s left join suppressions x on x.digest = s.digest
     where s.state = 'subscribed' and x.digest is null and s.cadence in (select value from json_each(?)) order by s.seq`,
    JSON.stringify(cadences),
  )
}

function contentOf({ all, run }: Queries, items: readonly number[]): number {
  const words = JSON.stringify(items)
  run('insert or ignore into contents (items) values (?)', words)
  return all<{ seq: number }>('select seq from contents where items = ?', words)[0]?.seq ?? 0
}

/** Makes the deliveries of an edition of what moved: to each who is owed something, and what that is. */
export function fillWithMoves(queries: Queries, edition: number, cadences: readonly string[]): void {
  const { all, run } = queries
  const readers = readersOf(queries, cadences)
  const last = all<{ last: number | null }>('select max(seq) as last from items')[0]?.last ?? 0
  const owed = new Owed(queries, {
    told: readers.reduce((least, { told }) => Math.min(least, told), last),
    reader: null,
  })
  for (const reader of readers) {
    const items = owed.of(reader)
    if (items.length > 0)
      run(
        `insert or ignore into deliveries (edition, subscriber, domain, state, content) values (?, ?, ?, 'waiting', ?)`,
        ...[edition, reader.seq, reader.domain, contentOf(queries, items)],
      )
    if (owed.hasLost(reader))
      run(
        `update deliveries set is_owed_again = 1 where seq in (select d.seq ${LOST} and d.subscriber = ?)`,
        reader.seq,
      )
    if (reader.told < last) run('update subscribers set told = ? where seq = ?', last, reader.seq)
  }
}

/** Makes the deliveries of a post: to each who is written to so often. Whoever may not be, is found out when it is offered. */
export function fillWithPost({ run }: Queries, edition: number, cadences: readonly string[]): void {
  run(
    `insert or ignore into deliveries (edition, subscriber, domain, state)
     select ?, seq, domain, 'waiting' from subscribers
     where state = 'subscribed' and cadence in (select value from json_each(?)) order by seq`,
    ...[edition, JSON.stringify(cadences)],
  )
}

/** What one reader would be told now, keys in order; nothing is written. @param items as they would be numbered */
export function owedKeys(queries: Queries, subscriberId: string, items: readonly EditionItem[]): readonly string[] {
  const [reader] = queries.all<Reader>('select seq, domain, told from subscribers where id = ?', subscriberId)
  if (reader === undefined) return []
  const known = new Set(queries.all<{ key: string }>('select key from items').map(({ key }) => key))
  const followed = followedBy(queries, reader.seq).get(reader.seq) ?? []
  const owed = new Owed(queries, { told: reader.told, reader: reader.seq }).of(reader)
  const numbered = new Map(itemsAfter(queries, 0).map(({ seq, key }) => [seq, key]))
  const fresh = items.filter(
    ({ key, at, topics }) => !known.has(key) && isOwed({ at, topics: new Set(topics) }, followed),
  )
  return [...owed.flatMap((seq) => numbered.get(seq) ?? []), ...fresh.map(({ key }) => key)]
}
