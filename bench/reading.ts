/**
 * The reader against PolNeAR's development articles: exact and linked F1 by `score_attribution.py`, tokens a second
 * over the texts alone, the peak memory of a process that only reads, and how time grows with hostile texts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readStatements } from '../src/reading/read-statements.ts'
import type { Bench, BenchFigure, BenchOptions } from './bench.ts'

const SHARED = new URL('../../shared/', import.meta.url).pathname
const SCORER = join(SHARED, 'tools/score_attribution.py')

type Article = { readonly id: string; readonly text: string; readonly published: string | null }
type Score = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The file of articles: `--data` may name it, or the folder that holds `dev.jsonl.gz`. */
function goldFile({ data }: BenchOptions): string {
  const place = data ?? join(SHARED, 'data/polnear')
  return /\.jsonl(?:\.gz)?$/.test(place) ? place : join(place, 'dev.jsonl.gz')
}

function articlesOf(path: string): readonly Article[] {
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Article)
}

/** Reads every article in turn; `seconds` leaves out loading and writing. */
async function readAll(
  articles: readonly Article[],
): Promise<{ readonly rows: readonly string[]; readonly seconds: number }> {
  const rows: string[] = []
  const from = performance.now()
  for (const { id, text, published } of articles) {
    const statements = await readStatements(text, { language: 'en', published, outlet: null })
    rows.push(
      JSON.stringify({ id, statements: statements.map(({ source, cue, content }) => ({ source, cue, content })) }),
    )
  }
  return { rows, seconds: (performance.now() - from) / 1000 }
}

/** Texts made to cost more than their length; each is a piece, repeated. */
const HOSTILE = [
  '“',
  '“a ',
  '”',
  "'s ‘a ",
  '.”',
  '“a”',
  '“It is so.\n\n',
  'Ana Lee ',
  'Ana Lee said that it was so, ',
  'at least 3 ',
]
/** Code units; the same text four times as long should take about four times as long. */
const HOSTILE_LENGTH = 250_000

/** Processor time (other programs do not count) to read `piece` repeated to `length`: the better of two runs, in µs. */
async function timeFor(piece: string, length: number): Promise<number> {
  const text = piece.repeat(Math.ceil(length / piece.length))
  const runs: number[] = []
  for (let run = 0; run < 2; run += 1) {
    const from = process.cpuUsage()
    await readStatements(text, { language: 'en', published: null, outlet: null })
    runs.push(process.cpuUsage(from).user)
  }
  return Math.min(...runs)
}

/** How many times longer four times the text takes, for the worst of `HOSTILE`. */
async function worstGrowth(): Promise<number> {
  const growths: number[] = []
  for (const piece of HOSTILE)
    growths.push((await timeFor(piece, 4 * HOSTILE_LENGTH)) / (await timeFor(piece, HOSTILE_LENGTH)))
  return Math.max(...growths)
}

/** Reads in a process of its own, so that the peak is the reader's and not the bench's. */
function readApart(gold: string, predicted: string): { readonly seconds: number; readonly megabytes: number } {
  const { status, stdout } = spawnSync(process.execPath, [import.meta.filename, gold, predicted], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`reading ${gold} ended with status ${status}`)
  return JSON.parse(stdout) as { seconds: number; megabytes: number }
}

function score(gold: string, predicted: string, ...options: string[]): string {
  const { status, stdout } = spawnSync('python3', [SCORER, gold, predicted, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${SCORER} ended with status ${status}`)
  return stdout
}

const rounded = (value: number) => Math.round(value * 10) / 10

function figuresOf(scores: Score): readonly BenchFigure[] {
  const { 'recall by kind': kinds, ...measures } = scores
  return [
    ...Object.entries(measures).flatMap(([name, { f1 }]) =>
      f1 === undefined ? [] : [{ name: `${name} F1`, value: f1, unit: '%' }],
    ),
    ...Object.entries(kinds ?? {}).map(([kind, value]) => ({ name: `${kind} statements found`, value, unit: '%' })),
  ]
}

export const bench: Bench = async (options) => {
  const gold = goldFile(options)
  const needs = [gold, SCORER].filter((path) => !existsSync(path))
  if (needs.length > 0)
    return {
      ok: false,
      needs: `${needs.join(' and ')} not found; it needs PolNeAR's articles as JSON lines (--data DIR or FILE) and the scorer`,
    }
  if (spawnSync('python3', ['--version']).status !== 0)
    return { ok: false, needs: 'python3 not found; it runs the scorer, which is written in Python' }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const predicted = join(folder, 'predicted.jsonl')
    const { seconds, megabytes } = readApart(gold, predicted)
    const tokens = articlesOf(gold).reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0)
    return {
      ok: true,
      figures: [
        ...figuresOf(JSON.parse(score(gold, predicted, '--json')) as Score),
        { name: 'speed', value: Math.round(tokens / seconds), unit: 'tokens/s' },
        { name: 'peak memory', value: rounded(megabytes), unit: 'MB' },
        { name: 'hostile text, 4 times as long', value: rounded(await worstGrowth()), unit: 'times' },
      ],
      notes: [
        '',
        ...score(gold, predicted).trimEnd().split('\n'),
        '',
        `A token is what stands between white space: ${tokens} of them.`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) {
  const [gold = '', predicted = ''] = process.argv.slice(2)
  const { rows, seconds } = await readAll(articlesOf(gold))
  writeFileSync(predicted, `${rows.join('\n')}\n`)
  // maxRSS is in kilobytes.
  process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
}
