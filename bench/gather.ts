/**
 * Gathering: an archive of the web read through, with the memory it takes; its pages added to a record, with reading off
 * and on; and articles found beside trafilatura and Readability in the same run.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveParts } from '../src/gather/warc/archive-parts.ts'
import { addArchive } from '../src/jobs/add-archive.ts'
import { addInputTo } from '../src/jobs/add-input.ts'
import { itemsInOrder } from '../src/jobs/items-in-order.ts'
import { openRecord } from '../src/open-record.ts'
import { openReader } from '../src/queue/reader.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { articleComparison, lackingPages, USUAL_PAGES } from './article-peers.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { writeArchive } from './generated-archive.ts'
import { placeIn } from './place-in.ts'

/** Records that are read through; ONRECORD_BENCH_RECORDS sets another number. */
const { ONRECORD_BENCH_RECORDS = '100000' } = process.env
const RECORDS = Number(ONRECORD_BENCH_RECORDS)
/** Memory is looked at after a tenth, when all that is kept is there, and at the end. */
const EARLY = RECORDS / 10
/** Records of which half are pages that are added. */
const ADDED = { off: 1_000, on: 200 } as const
/** How many inputs are read at once: a core each. */
const READERS = 2

type Through = { readonly seconds: number; readonly early: number; readonly late: number }
type Added = { readonly seconds: number; readonly pages: number }

/** Megabytes that are resident, after the memory that nothing refers to any more was given back. */
function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1024 / 1024
}

async function partsOf(path: string) {
  const parts = await archiveParts(path)
  if (parts === null || 'code' in parts) throw new Error(`${path} is no archive`)
  return parts
}

/** Reads an archive through and adds nothing. */
async function readThrough(path: string): Promise<Through> {
  const from = performance.now()
  let [count, early] = [0, 0]
  const work = async () => {
    count += 1
    if (count === EARLY) early = memory()
  }
  for await (const _ of itemsInOrder(await partsOf(path), { from: null, readers: READERS, work }));
  return { seconds: (performance.now() - from) / 1000, early, late: memory() }
}

/** Adds an archive to a record of its own. The clock starts when the processes that read are ready. */
async function addAll(path: string, mode: string): Promise<Added> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const entry = new URL(mode === 'on' ? '../src/reading-process.ts' : './article-process.ts', import.meta.url)
  const reader = openReader({ entry, args: ['small'], size: READERS })
  const { store } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  try {
    const text = Buffer.from(`“It rains,” said Ana Lee.\n\n${'It rained on that day. '.repeat(20)}`)
    const warm = { name: 'warm', bytes: text, contentType: null, url: null, received: null }
    await Promise.all(Array.from({ length: READERS }, () => reader.read(warm)))
    const from = performance.now()
    const options = {
      add: addInputTo(store, reader),
      store,
      readers: READERS,
      fault: (sentence: string) => process.stderr.write(`${sentence}\n`),
    }
    const { added } = await addArchive({ path, parts: await partsOf(path) }, { ...options, progress: () => undefined })
    return { seconds: (performance.now() - from) / 1000, pages: added }
  } finally {
    await reader.close()
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

/** Runs this file in a process of its own, so that its memory is its own. */
function apart<Result>(...args: readonly string[]): Result {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}`)
  return JSON.parse(stdout) as Result
}

const rounded = (value: number) => Math.round(value * 10) / 10

function archiveFigures(folder: string): readonly BenchFigure[] {
  const path = join(folder, 'generated.warc.gz')
  writeArchive(path, RECORDS)
  const { seconds, early, late } = apart<Through>('through', path)
  const pages = (['off', 'on'] as const).map((mode) => {
    writeArchive(path, ADDED[mode])
    const added = apart<Added>('add', path, mode)
    if (added.pages !== ADDED[mode] / 2) throw new Error(`${added.pages} of ${ADDED[mode] / 2} pages were added`)
    return { name: `pages added, reading ${mode}`, value: rounded(added.pages / added.seconds), unit: '/s' }
  })
  return [
    { name: 'records read through', value: Math.round(RECORDS / seconds), unit: '/s' },
    { name: `memory after ${EARLY} records`, value: rounded(early), unit: 'MB' },
    { name: `memory after ${RECORDS} records`, value: rounded(late), unit: 'MB' },
    { name: 'memory, end by early', value: Math.round((100 * late) / early) / 100, unit: 'times' },
    ...pages,
  ]
}

export const bench: Bench = async ({ data }) => {
  const pages = data === null ? USUAL_PAGES : placeIn(data, 'pages/article-extraction')
  const needs = lackingPages(pages)
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const figures = archiveFigures(folder)
    if (needs !== null) return { ok: true, figures, notes: [`articles beside peers: ${needs}`] }
    const { rows, notes } = await articleComparison(pages)
    const found = rows.flatMap(({ name, figures: of }) =>
      ['F1', 'quotations kept', 'time a page, mean'].flatMap((figure): readonly BenchFigure[] => {
        const { value = null, unit = '' } = of.get(figure) ?? {}
        return value === null ? [] : [{ name: `${name} ${figure}`, value, unit }]
      }),
    )
    return { ok: true, figures: [...figures, ...found], notes }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) {
  const [what = '', path = '', mode = ''] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(what === 'through' ? await readThrough(path) : await addAll(path, mode)))
}
