import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../src/record/clock.ts'
import { EVENT_KINDS } from '../src/record/commitments/commitment.ts'
import type { Dossier } from '../src/record/dossier/dossier.ts'
import type { Evidence } from '../src/record/dossier/quoted.ts'
import type { StatementRecord } from '../src/record/records.ts'
import type { Store } from '../src/record/store.ts'
import { knownEdtf } from '../src/text/edtf-time.ts'
import { openTestRecord } from '../test/open-test-record.ts'
import type { Bench } from './bench.ts'
import { generatedCoverage, speakerNumber } from './generated-coverage.ts'

/** Articles of twelve statements each; ONRECORD_BENCH_ARTICLES sets another number. */
const { ONRECORD_BENCH_ARTICLES = '8334' } = process.env
const ARTICLES = Number(ONRECORD_BENCH_ARTICLES)
const DOSSIERS = 100
const COMMITMENTS = 20
const EVENTS = 10
const CALLS = 200
const MIB = 1024 * 1024

/** A clock of which half the years have passed when half of all is written. */
function slowClock(): Clock & { set: (year: number) => void } {
  let at = Date.UTC(2006, 0, 1)
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

function evidenceOf({ id, articleId }: StatementRecord): Evidence {
  return {
    article: articleId,
    words: 'as it was said',
    statementId: id,
    speakerId: 'actor',
    saidOn: null,
    via: [],
    isPrimary: false,
    stance: 'supports',
  }
}

/** The nth dossier: its events rest on two statements each, and run over twenty years. */
function dossierNumber(n: number, statements: readonly StatementRecord[]): Dossier {
  const evidence = (at: number) =>
    [0, 1].flatMap((k) => {
      const statement = statements[(n * 977 + at * 2 + k) % statements.length]
      return statement === undefined ? [] : [evidenceOf(statement)]
    })
  return {
    id: `dossier-${n}`,
    title: `Dossier ${n}`,
    summary: null,
    timeZones: ['Europe/Zurich', 'Asia/Shanghai'],
    actors: [
      {
        id: 'actor',
        kind: 'person',
        names: [{ name: speakerNumber(n), language: null, script: 'Latn', kind: 'official' }],
        roles: [],
        relations: [],
        identifiers: [],
      },
    ],
    places: [],
    commitments: Array.from({ length: COMMITMENTS }, (_, c) => ({
      id: `c${c}`,
      actorId: 'actor',
      what: `do what was promised as number ${c}`,
      supersedes: null,
      terms: [],
      events: Array.from({ length: EVENTS }, (_, e) => ({
        id: `c${c}.${e}`,
        kind: EVENT_KINDS[e % 5] ?? 'announced',
        date: knownEdtf(`${2006 + 2 * e}-0${1 + (c % 9)}-1${n % 10}`),
        due: { date: knownEdtf(`${2008 + 2 * e + (n % 3)}-0${1 + (c % 9)}`), words: null },
        evidence: evidence(c * EVENTS + e),
      })),
    })),
    demands: [],
    figures: [],
    quoted: [],
  }
}

/** Fills a record over twenty years, every statement accepted by half of them. */
async function fill(store: Store, clock: ReturnType<typeof slowClock>): Promise<void> {
  const statements: StatementRecord[] = []
  for (let n = 0; n < ARTICLES; n += 1) {
    const { articleId } = await store.addCoverage(generatedCoverage(n))
    if (n < 500) statements.push(...((await store.article(articleId))?.statementRecords ?? []))
  }
  for (let n = 0; n < DOSSIERS; n += 1) {
    if (n === DOSSIERS / 2) clock.set(2026)
    const dossier = dossierNumber(n, statements)
    await store.dossiers.take({ dossier, articles: [], publish: true, by: 'editor' })
  }
}

/** Milliseconds that 95 of 100 calls stay under. */
async function p95(call: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < CALLS; n += 1) {
    const start = performance.now()
    await call(n)
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}

async function once(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await call()
  return performance.now() - start
}

/** Dossiers at rest: what public pages ask of a large record, now and as it stood ten years ago. Needs no data. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const clock = slowClock()
    const store = await openTestRecord({ folder, clock })
    await fill(store, clock)
    const now = { at: null, on: null }
    const then = { at: '2016-11-24T23:59:59.999Z', on: null }
    const { publicRecord } = store
    const before = process.memoryUsage().rss
    const first = await once(() => publicRecord.front(now, 20))
    const front = await p95(() => publicRecord.front(now, 20))
    const dossier = await p95((n) => publicRecord.dossier(`dossier-${n % DOSSIERS}`, now))
    const dossierThen = await p95((n) => publicRecord.dossier(`dossier-${n % (DOSSIERS / 2)}`, then))
    const frontThen = await once(() => publicRecord.front(then, 20))
    const memory = (process.memoryUsage().rss - before) / MIB
    await store.close()
    const figures = [
      { name: 'front page p95', unit: 'ms', value: front },
      { name: 'dossier p95', unit: 'ms', value: dossier },
      { name: 'dossier ten years back p95', unit: 'ms', value: dossierThen },
      { name: 'front page after a change', unit: 'ms', value: first },
      { name: 'front page ten years back, first', unit: 'ms', value: frontThen },
      { name: 'memory for dossiers', unit: 'MiB', value: memory },
    ]
    return {
      ok: true,
      figures: figures.map((figure) => ({ ...figure, value: Math.round(figure.value * 10) / 10 })),
      notes: [
        `${ARTICLES * 12} generated statements; ${DOSSIERS * COMMITMENTS} commitments with ${DOSSIERS * COMMITMENTS * EVENTS} events in ${DOSSIERS} dossiers`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
