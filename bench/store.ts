import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListQuery, Store } from '../src/record/store.ts'
import { openStore } from '../src/store/open-store.ts'
import { systemClock } from '../src/store/system-clock.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { generatedCoverage, hanNumber, seededRandom, speakerNumber, wordNumber, zipf } from './generated-coverage.ts'

/** Articles in the record that is measured; ONRECORD_BENCH_ARTICLES sets another number. */
const { ONRECORD_BENCH_ARTICLES = '20000' } = process.env
const ARTICLES = Number(ONRECORD_BENCH_ARTICLES)
const QUERIES = 200
const PAGE = 50

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
    const { next } = await store.articles({ words: null, cursor: cursors.at(-1) ?? null, limit: PAGE })
    if (next === null) break
    cursors.push(next)
  }
  return cursors
}

async function fill(store: Store): Promise<number> {
  let spent = 0
  for (let n = 0; n < ARTICLES; n += 1) {
    const coverage = generatedCoverage(n)
    const start = performance.now()
    await store.addCoverage(coverage)
    spent += performance.now() - start
  }
  return ARTICLES / (spent / 1000)
}

async function measure(store: Store): Promise<readonly BenchFigure[]> {
  const page = (query: Partial<ListQuery>): ListQuery => ({ words: null, cursor: null, limit: PAGE, ...query })
  const { items: articles } = await store.articles(page({}))
  const { items: speakers } = await store.speakers(page({}))
  return [
    { name: 'search p95', unit: 'ms', value: await p95(queries(), (words) => store.articles(page({ words }))) },
    {
      name: 'list p95',
      unit: 'ms',
      value: await p95(await cursorsOf(store), (cursor) => store.articles(page({ cursor }))),
    },
    { name: 'article p95', unit: 'ms', value: await p95(articles, ({ id }) => store.article(id)) },
    { name: 'speakers p95', unit: 'ms', value: await p95(queries(), () => store.speakers(page({}))) },
    { name: 'speaker p95', unit: 'ms', value: await p95(speakers, ({ id }) => store.speaker(id, page({}))) },
  ]
}

/** The record at rest: what an add costs, and what reading costs once it is large. Needs no data. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const store = await openStore({ folder, clock: systemClock })
    const adds = await fill(store)
    const reads = await measure(store)
    await store.close()
    const size = statSync(join(folder, 'onrecord.sqlite')).size
    const figures = [
      { name: 'adds', unit: '/s', value: adds },
      ...reads,
      { name: 'file', unit: 'MiB', value: size / MIB },
      { name: 'peak memory', unit: 'MiB', value: process.resourceUsage().maxRSS / 1024 },
    ]
    return {
      ok: true,
      figures: figures.map((figure) => ({ ...figure, value: Math.round(figure.value * 10) / 10 })),
      notes: [`${ARTICLES} generated articles of about 560 words and 12 statements; pages of ${PAGE}`],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
