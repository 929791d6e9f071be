import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../src/record/clock.ts'
import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import type { Store } from '../src/record/store.ts'
import { openTestRecord } from '../test/open-test-record.ts'
import type { Bench } from './bench.ts'
import { generatedCoverage } from './generated-coverage.ts'
import { COMMITMENTS, EVIDENCE, generatedDossier, type QuotedStatement } from './generated-dossier.ts'

/** Articles of twelve statements each; ONRECORD_BENCH_ARTICLES sets another number. */
const { ONRECORD_BENCH_ARTICLES = '8340' } = process.env
const ARTICLES = Number(ONRECORD_BENCH_ARTICLES)
const STATEMENTS = 12
const DOSSIERS = 100
/** Years in which something was written: every second one of twenty, an event of each commitment in each. */
const YEARS = Array.from({ length: 10 }, (_, at) => 2007 + 2 * at)
const CALLS = 200
const MIB = 1024 * 1024
const NOW = { at: null, on: null }
const DAY_MS = 86_400_000
/** Ten years before the last that was written. */
const TEN_YEARS_BACK = Date.UTC(2016, 0, 1)

/** A clock that goes on by a second at each look, and to a year when it is told to. */
function slowClock(): Clock & { readonly set: (year: number) => void } {
  let at = Date.UTC(YEARS[0] ?? 0, 0, 1)
  return {
    now: () => {
      at += 1000
      return new Date(at).toISOString()
    },
    set: (year) => {
      at = Math.max(at, Date.UTC(year, 0, 1))
    },
  }
}

/** Adds a year's articles. @returns as many of their statements as the dossiers quote */
async function addArticles(store: Store, from: number, count: number): Promise<readonly QuotedStatement[]> {
  const said: QuotedStatement[] = []
  for (let n = from; n < from + count; n += 1) {
    const { articleId } = await store.addCoverage(generatedCoverage(n))
    if (said.length >= DOSSIERS * COMMITMENTS * EVIDENCE) continue
    const records = (await store.article(articleId))?.statementRecords ?? []
    said.push(...records.map(({ id }) => ({ id, articleId })))
  }
  return said
}

type Said = readonly { readonly year: number; readonly said: readonly QuotedStatement[] }[]

/** Fills a record as it comes about: each year its articles, then what every dossier makes of them. */
async function fill(store: Store, clock: ReturnType<typeof slowClock>): Promise<Said> {
  let statements: Said = []
  for (const [at, year] of YEARS.entries()) {
    clock.set(year)
    const count = Math.floor(ARTICLES / YEARS.length)
    statements = [...statements, { year, said: await addArticles(store, at * count, count) }]
    for (let n = 0; n < DOSSIERS; n += 1)
      await store.dossiers.take({
        dossier: generatedDossier(n, statements),
        articles: [],
        publish: true,
        by: AT_THE_MACHINE,
      })
  }
  return statements
}

async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await call()
  return performance.now() - start
}

/** Milliseconds that 95 of 100 calls stay under. @param before each call, and not timed */
async function p95(call: (n: number) => Promise<unknown>, before?: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < CALLS; n += 1) {
    await before?.(n)
    times.push(await timeOf(() => call(n)))
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}

/** A day of the year ten years back, another one at each call: three days in four nobody has asked about. */
function dayThen(n: number) {
  return { at: new Date(TEN_YEARS_BACK + ((n * 131) % 366) * DAY_MS).toISOString(), on: null }
}

/** Any moment since the record began. */
function anyMoment(n: number) {
  const begin = Date.UTC(YEARS[0] ?? 0, 1, 1)
  return { at: new Date(begin + ((n * 7919) % 6600) * DAY_MS).toISOString(), on: null }
}

/** One dossier after another gets another title. */
function changes({ dossiers }: Store, said: Said): (n: number) => Promise<unknown> {
  return (n) => {
    const dossier = { ...generatedDossier(n % DOSSIERS, said), title: `Changed ${n} times` }
    return dossiers.take({ dossier, articles: [], publish: true, by: AT_THE_MACHINE })
  }
}

/** What is asked, in the order in which it is; each figure with its name and unit. */
async function figuresOf(store: Store, said: Said, openedMs: number) {
  const { publicRecord } = store
  const before = process.memoryUsage().rss
  const first = await timeOf(() => publicRecord.front(NOW, 20))
  const afterStart = await timeOf(() => publicRecord.dossier('dossier-7', NOW))
  const ms = (name: string, value: number) => ({ name, unit: 'ms', value })
  return [
    ms('front page p95', await p95(() => publicRecord.front(NOW, 20))),
    ms('dossier p95', await p95((n) => publicRecord.dossier(`dossier-${n % DOSSIERS}`, NOW))),
    ms('front page ten years back p95', await p95((n) => publicRecord.front(dayThen(n), 20))),
    ms('dossier ten years back p95', await p95((n) => publicRecord.dossier(`dossier-${n % DOSSIERS}`, dayThen(n)))),
    ms('front page at any moment p95', await p95((n) => publicRecord.front(anyMoment(n), 20))),
    ms('front page on any day p95', await p95((n) => publicRecord.front({ at: null, on: 9_000 + n * 50 }, 20))),
    ms('front page after a change p95', await p95(() => publicRecord.front(NOW, 20), changes(store, said))),
    ms('open', openedMs),
    ms('front page, first after a start', first),
    ms('dossier, first after that', afterStart),
    { name: 'memory for dossiers', unit: 'MiB', value: (process.memoryUsage().rss - before) / MIB },
    { name: 'memory in all', unit: 'MiB', value: process.memoryUsage().rss / MIB },
  ]
}

/** Dossiers at rest: what public pages ask of a large record, now and as it stood ten years ago. Needs no data. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const clock = slowClock()
    const filled = await openTestRecord({ folder, clock })
    const begun = performance.now()
    const said = await fill(filled, clock)
    const filling = performance.now() - begun
    await filled.close()
    const start = performance.now()
    const store = await openTestRecord({ folder, clock })
    const openedMs = performance.now() - start
    const figures = await figuresOf(store, said, openedMs)
    await store.close()
    const events = DOSSIERS * COMMITMENTS * YEARS.length
    return {
      ok: true,
      figures: figures.map((figure) => ({ ...figure, value: Math.round(figure.value * 10) / 10 })),
      notes: [
        `${ARTICLES * STATEMENTS} generated statements, ${events * EVIDENCE} of them accepted; ${DOSSIERS * COMMITMENTS} commitments with ${events} events in ${DOSSIERS} dossiers, each changed ${YEARS.length} times over twenty years`,
        `filled in ${Math.round(filling / 1000)} s, by the same port as everybody; each figure over ${CALLS} calls`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
