/**
 * The reader with each of its models against PolNeAR's development articles: exact and linked F1 by
 * `score_attribution.py`, tokens a second of one core, peak memory of a process that only reads, how far confidences
 * can be relied on, and how time grows with hostile texts.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MODEL_NAMES, type ModelName, openModel } from '../src/model/open-model.ts'
import type { ReadingModel } from '../src/reading/model/reading-model.ts'
import { readStatements } from '../src/reading/read-statements.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { articlesOf, goldFile, lacking, lengthOf, python, SCORER, type Score } from './polnear.ts'

const RELIABILITY = join(import.meta.dirname, 'reliability.py')

/** Texts made to cost more than their length; each is a piece, repeated. */
const HOSTILE = ['“', '“a ', '”', "'s ‘a ", '.”', '“a”', '“It is so.\n\n', 'Ana Lee ', 'Ana Lee said that it was so, ']
/** Code units; the same text four times as long should take about four times as long. */
const HOSTILE_LENGTH = 20_000

/** What a process that only reads says of itself: seconds by the clock and of the processor, and its peak in MB. */
type Run = { readonly clock: number; readonly processor: number; readonly megabytes: number; readonly growth: number }

const rounded = (value: number) => Math.round(value * 10) / 10

/** Seconds of processor time that `work` takes; other programs on the machine do not count. */
async function processorSeconds(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

function optionsFor(model: ReadingModel, published: string | null) {
  return { language: 'en', published, outlet: null, model }
}

/** How many times longer four times the text takes, for the worst of `HOSTILE`. */
async function worstGrowth(model: ReadingModel): Promise<number> {
  const read = (piece: string, length: number) =>
    processorSeconds(() => readStatements(piece.repeat(Math.ceil(length / piece.length)), optionsFor(model, null)))
  const growths: number[] = []
  for (const piece of HOSTILE)
    growths.push((await read(piece, 4 * HOSTILE_LENGTH)) / (await read(piece, HOSTILE_LENGTH)))
  return Math.max(...growths)
}

/** Articles that are read before the clock starts: by then the engine has compiled what runs often. */
const WARM_UP = 10

/** Reads every article of `gold` in turn and writes what was found; loading and writing are not timed. */
async function readAll(name: ModelName, gold: string, predicted: string): Promise<Run> {
  const model = await openModel(name)
  const articles = articlesOf(gold)
  const rows: string[] = []
  for (const { text, published } of articles.slice(0, WARM_UP)) await readStatements(text, optionsFor(model, published))
  const from = performance.now()
  const processor = await processorSeconds(async () => {
    for (const { id, text, published } of articles) {
      const statements = await readStatements(text, optionsFor(model, published))
      const parts = statements.map(({ source, cue, content, confidence }) => ({ source, cue, content, confidence }))
      rows.push(JSON.stringify({ id, statements: parts }))
    }
  })
  const clock = (performance.now() - from) / 1000
  writeFileSync(predicted, `${rows.join('\n')}\n`)
  // maxRSS is in kilobytes.
  const megabytes = process.resourceUsage().maxRSS / 1024
  return { clock, processor, megabytes, growth: await worstGrowth(model) }
}

/** Reads in a process of its own, so that the peak is the reader's and not the bench's. */
function readApart(name: ModelName, gold: string, predicted: string): Run {
  const { status, stdout } = spawnSync(process.execPath, [import.meta.filename, name, gold, predicted], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`reading ${gold} with ${name} ended with status ${status}`)
  return JSON.parse(stdout) as Run
}

function accuracy(name: ModelName, scores: Score): readonly BenchFigure[] {
  const { 'recall by kind': kinds, ...measures } = scores
  return [
    ...Object.entries(measures).flatMap(([measure, { f1 }]) =>
      f1 === undefined ? [] : [{ name: `${name}: ${measure} F1`, value: f1, unit: '%' }],
    ),
    ...Object.entries(kinds ?? {}).map(([kind, value]) => ({ name: `${name}: ${kind} found`, value, unit: '%' })),
  ]
}

function costs(name: ModelName, { clock, processor, megabytes, growth }: Run, tokens: number): readonly BenchFigure[] {
  return [
    { name: `${name}: speed, one core`, value: Math.round(tokens / processor), unit: 'tokens/s' },
    { name: `${name}: speed by the clock`, value: Math.round(tokens / clock), unit: 'tokens/s' },
    { name: `${name}: peak memory`, value: rounded(megabytes), unit: 'MB' },
    { name: `${name}: hostile text, 4 times as long`, value: rounded(growth), unit: 'times' },
  ]
}

type Tenth = { readonly from: number; readonly count: number; readonly confidence: number; readonly right: number }

function reliability(name: ModelName, gold: string, predicted: string): readonly string[] {
  const tenths = JSON.parse(python(RELIABILITY, SCORER, gold, predicted)) as readonly Tenth[]
  return [
    `${name}: confidence  statements  mean confidence  share right`,
    ...tenths.map(({ from, count, confidence, right }) =>
      [
        `from ${from.toFixed(1)}`.padStart(17),
        String(count).padStart(12),
        confidence.toFixed(2).padStart(17),
        right.toFixed(2).padStart(13),
      ].join(''),
    ),
  ]
}

export const bench: Bench = async (options) => {
  const gold = goldFile(options)
  const needs = lacking(gold)
  if (needs !== null) return { ok: false, needs }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const figures: BenchFigure[] = []
  const notes: string[] = []
  const { tokens, counted } = lengthOf(gold)
  try {
    for (const name of MODEL_NAMES) {
      const predicted = join(folder, `${name}.jsonl`)
      const run = readApart(name, gold, predicted)
      const scores = JSON.parse(python(SCORER, gold, predicted, '--json')) as Score
      figures.push(...accuracy(name, scores), ...costs(name, run, tokens))
      notes.push('', `${name}, as the scorer prints it:`, ...python(SCORER, gold, predicted).trimEnd().split('\n'))
      notes.push('', ...reliability(name, gold, predicted))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return {
    ok: true,
    figures,
    notes: [
      ...notes,
      '',
      `Speed is over ${tokens} of ${counted}; one core's is by processor time, after ${WARM_UP} articles to warm up.`,
    ],
  }
}

if (import.meta.main) {
  const [name = '', gold = '', predicted = ''] = process.argv.slice(2)
  process.stdout.write(JSON.stringify(await readAll(name as ModelName, gold, predicted)))
}
