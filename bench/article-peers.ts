/**
 * Article texts found by Onrecord, trafilatura and Readability in the same run, each in a process of its own, scored by
 * the public benchmark's measure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measuredRun, type Run, versionOf } from './peers/measured-run.ts'
import { pageSystems } from './peers/page-systems.ts'
import type { System } from './peers/systems.ts'
import { quotationsKept } from './quotations-kept.ts'
import { type Absent, type Figure, type Row, table } from './side-by-side.ts'

const SHARED = new URL('../../shared/', import.meta.url).pathname
const SCORER = join(SHARED, 'tools/score_articles.py')

/** Where the pages with hand-made texts usually lie. */
export const USUAL_PAGES = join(SHARED, 'data/pages/article-extraction')

type Page = { readonly id: string; readonly path: string }
type Answer = { readonly id: string; readonly text: string; readonly ms: number }
type Texts = Readonly<Record<string, { readonly articleBody: string }>>

/** What the scorer prints with `--json`, as far as it is used here; shares from 0 to 1. */
type Score = {
  readonly f1: number
  readonly precision: number
  readonly recall: number
  readonly 'quotations kept': number
  readonly worst: readonly string[]
}

/** The systems that ran, Onrecord first; those that did not; and what is printed below the figures. */
export type ArticleComparison = {
  readonly rows: readonly Row[]
  readonly absent: readonly Absent[]
  readonly notes: readonly string[]
}

/** @returns a sentence that says what the comparison over `folder` lacks on this machine, null where all is there */
export function lackingPages(folder: string): string | null {
  if (!existsSync(join(folder, 'ground-truth.json')) || !existsSync(join(folder, 'html')))
    return `needs ${folder} with ground-truth.json and html/*.html.gz, the form of scrapinghub/article-extraction-benchmark`
  return existsSync(SCORER) ? null : `needs the scorer at ${SCORER} and python3 to run it`
}

function pagesIn(folder: string): readonly Page[] {
  return readdirSync(join(folder, 'html'))
    .sort()
    .map((file) => ({ id: file.replace(/\.html(?:\.gz)?$/, ''), path: join(folder, 'html', file) }))
}

/** Hands the texts to the scorer in a temporary file. */
function scored(folder: string, texts: Texts): Score {
  const work = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const predictions = join(work, 'predictions.json')
    writeFileSync(predictions, JSON.stringify(texts))
    const { status, stdout, stderr, error } = spawnSync('python3', [SCORER, folder, predictions, '--json'], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${SCORER} failed: ${error?.message ?? stderr.trim()}`)
    return JSON.parse(stdout) as Score
  } finally {
    rmSync(work, { recursive: true })
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function cost({ start, whole, megabytes }: Run, times: readonly number[]): readonly [string, Figure][] {
  const sorted = [...times].sort((a, b) => a - b)
  const seconds =
    start.processor === null || whole.processor === null ? null : Math.max(0, whole.processor - start.processor)
  return [
    ['time a page, mean', { value: rounded(mean(times)), unit: 'ms' }],
    ['time a page, 95 of 100 below', { value: rounded(sorted[Math.floor(sorted.length * 0.95)] ?? 0), unit: 'ms' }],
    [
      'processor a page, all threads',
      { value: seconds === null ? null : rounded((1000 * seconds) / times.length), unit: 'ms' },
    ],
    ['memory, peak', { value: megabytes === null ? null : Math.round(megabytes), unit: 'MB' }],
  ]
}

type Outcome = { readonly row: Row; readonly worst: readonly string[] } | { readonly absent: Absent }

async function compare({ name, version, command, toGet }: System, folder: string): Promise<Outcome> {
  if (command === null) return { absent: { name, why: `not installed; ${toGet}` } }
  const pages = pagesIn(folder)
  // The first page is read twice: once until the program is loaded, once for its figures.
  const outcome = await measuredRun(
    command,
    [...pages.slice(0, 1), ...pages].map((page) => JSON.stringify(page)),
  )
  if (!outcome.ok) return { absent: { name, why: `does not run: ${outcome.why}; ${toGet}` } }
  const answers = outcome.run.output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
  const texts = Object.fromEntries(answers.map(({ id, text }) => [id, { articleBody: text }]))
  const score = scored(folder, texts)
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Texts
  const figures: readonly [string, Figure][] = [
    ['F1', { value: score.f1, unit: '' }],
    ['precision', { value: score.precision, unit: '' }],
    ['recall', { value: score.recall, unit: '' }],
    ['quotations kept', { value: rounded(100 * score['quotations kept']), unit: '%' }],
    ['quotations kept, but for spaces', { value: rounded(100 * quotationsKept(truth, texts)), unit: '%' }],
    ...cost(
      outcome.run,
      answers.map(({ ms }) => ms),
    ),
  ]
  return { row: { name, version: version ?? versionOf(command), figures: new Map(figures) }, worst: score.worst }
}

/**
 * Runs Onrecord and its peers over the pages of `folder`, one after the other, so that none takes the processor from
 * another.
 *
 * @param folder `ground-truth.json` and `html/`; ask `lackingPages` first
 */
export async function articleComparison(folder: string): Promise<ArticleComparison> {
  const outcomes: Outcome[] = []
  for (const system of pageSystems(process.env)) outcomes.push(await compare(system, folder))
  const found = outcomes.filter((outcome) => 'row' in outcome)
  const rows = found.map(({ row }) => row)
  const absent = outcomes.flatMap((outcome) => ('absent' in outcome ? [outcome.absent] : []))
  const notes = [
    '',
    ...table(rows),
    '',
    ...rows.map(({ name, version }) => `${name}: ${version}`),
    ...absent.map(({ name, why }) => `${name}: ${why} (bench/peers/README.md)`),
    `Onrecord's worst pages: ${found[0]?.worst.map((id) => id.slice(0, 8)).join(' ')}`,
    'quotations kept, but for spaces: white space left out on both sides. The hand-made texts have spaces where a tag',
    'stands in the page, also between a mark and the word it belongs to; no reader of the page sees these.',
    'time: by the clock, noisy on a shared machine; processor: the seconds of all threads, collecting memory included.',
  ]
  return { rows, absent, notes }
}
