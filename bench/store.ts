import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Coverage } from '../src/record/coverage.ts'
import type { ListQuery } from '../src/record/page.ts'
import type { Store } from '../src/record/store.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { openTestRecord } from '../test/open-test-record.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { generatedCoverage, hanNumber, seededRandom, speakerNumber, wordNumber, zipf } from './generated-coverage.ts'

/** Articles in the record that is measured; ONRECORD_BENCH_ARTICLES sets another number. */
const { ONRECORD_BENCH_ARTICLES = '20000' } = process.env
const ARTICLES = Number(ONRECORD_BENCH_ARTICLES)
const QUERIES = 200
const LIST_LIMIT = 50

/** Pages as saved, markup and all, that are added last. */
const PAGES = 200
const PAGE_BYTES = 256 * 1024

const MIB = 1024 * 1024

/** What people search for: common words, rare ones, several, a name, Chinese. */
function queries(): readonly string[] {
  const random = seededRandom(7)
  const word = () => wordNumber(zipf(random, 60_000))
  const forms = [
    word,
    () => `${word()} ${word()}`,
    () => `${word()} ${word()} ${word()}`,
    () => speakerNumber(zipf(random, 4_000)),
    () => hanNumber(zipf(random, 3_000)),
    () => wordNumber(0),
  ]
  return Array.from({ length: QUERIES }, (_, n) => forms[n % forms.length]?.() ?? '')
}

/** Milliseconds that 95 of 100 calls stay under. */
async function p95<T>(inputs: readonly T[], call: (input: T) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (const input of inputs) {
    const start = performance.now()
    await call(input)
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}

/** The cursors of pages spread over the whole list. */
async function cursorsOf(store: Store): Promise<readonly (string | null)[]> {
  const cursors: (string | null)[] = [null]
  for (let at = 0; at < 100; at += 1) {
    const { next } = await store.articles({ words: null, cursor: cursors.at(-1) ?? null, limit: LIST_LIMIT })
    if (next === null) break
    cursors.push(next)
  }
  return cursors
}

/** The cursors of pages of proposals, from the newest on. */
async function proposalCursors(store: Store): Promise<readonly (string | null)[]> {
  const cursors: (string | null)[] = [null]
  for (let at = 0; at < 100; at += 1) {
    const query = { words: null, cursor: cursors.at(-1) ?? null, limit: LIST_LIMIT }
    const { next } = await store.dossiers.speakerProposals(query)
    if (next === null) break
    cursors.push(next)
  }
  return cursors
}

/** Adds articles one after another: how many a second, and what each costs a core, without the making of them. */
async function addAll(store: Store, articles: Iterable<Coverage>) {
  let [count, spent, microseconds] = [0, 0, 0]
  for (const coverage of articles) {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    await store.addCoverage(coverage)
    const { user, system } = process.cpuUsage(cpu)
    spent += performance.now() - start
    microseconds += user + system
    count += 1
  }
  return { aSecond: count / (spent / 1000), cpuMs: microseconds / 1000 / count }
}

function* articles(from: number, count: number): Generator<Coverage> {
  for (let n = from; n < from + count; n += 1) yield generatedCoverage(n)
}

/** The same, with as many bytes as a page has that was saved with its markup. */
function* pages(from: number, count: number): Generator<Coverage> {
  for (const coverage of articles(from, count)) {
    const bytes = Buffer.concat([coverage.bytes], PAGE_BYTES)
    yield { ...coverage, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
}

async function measure(store: Store): Promise<readonly BenchFigure[]> {
  const page = (query: Partial<ListQuery>): ListQuery => ({ words: null, cursor: null, limit: LIST_LIMIT, ...query })
  const { items } = await store.articles(page({}))
  const { items: speakers } = await store.speakers(page({}))
  return [
    { name: 'search p95', unit: 'ms', value: await p95(queries(), (words) => store.articles(page({ words }))) },
    {
      name: 'list p95',
      unit: 'ms',
      value: await p95(await cursorsOf(store), (cursor) => store.articles(page({ cursor }))),
    },
    { name: 'article p95', unit: 'ms', value: await p95(items, ({ id }) => store.article(id)) },
    { name: 'speakers p95', unit: 'ms', value: await p95(queries(), () => store.speakers(page({}))) },
    { name: 'speaker p95', unit: 'ms', value: await p95(speakers, ({ id }) => store.speaker(id, page({}))) },
    {
      name: 'proposals p95',
      unit: 'ms',
      value: await p95(await proposalCursors(store), (cursor) => store.dossiers.speakerProposals(page({ cursor }))),
    },
  ]
}

/** The record at rest: what an add costs, and what reading costs once it is large. Needs no data. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const store = await openTestRecord({ folder, clock: systemClock })
    const adds = await addAll(store, articles(0, ARTICLES))
    const reads = await measure(store)
    const pageAdds = await addAll(store, pages(ARTICLES, PAGES))
    await store.close()
    const size = statSync(join(folder, 'onrecord.sqlite')).size
    const figures = [
      { name: 'adds', unit: '/s', value: adds.aSecond },
      { name: 'an add', unit: 'ms CPU', value: adds.cpuMs },
      { name: 'adds of pages', unit: '/s', value: pageAdds.aSecond },
      { name: 'an add of a page', unit: 'ms CPU', value: pageAdds.cpuMs },
      ...reads,
      { name: 'file', unit: 'MiB', value: size / MIB },
      { name: 'peak memory', unit: 'MiB', value: process.resourceUsage().maxRSS / 1024 },
    ]
    return {
      ok: true,
      figures: figures.map((figure) => ({ ...figure, value: Math.round(figure.value * 10) / 10 })),
      notes: [
        `${ARTICLES} generated articles of about 560 words and 12 statements; lists by ${LIST_LIMIT}; pages of ${PAGE_BYTES / 1024} KiB`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
