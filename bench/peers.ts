/**
 * Onrecord beside its peers on the same articles in the same run: spaCy with textacy, Stanford CoreNLP, compromise.
 * Each runs in a process of its own; one that is not installed is named with the way to get it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, BenchFigure } from './bench.ts'
import { measuredRun, type Run, versionOf } from './peers/measured-run.ts'
import { type System, systems } from './peers/systems.ts'
import { type Article, articlesOf, goldFile, lacking, lengthOf, python, SCORER, type Score } from './polnear.ts'
import { type Absent, type Figure, type Row, table } from './side-by-side.ts'

const WIDER_SCORER = join(import.meta.dirname, 'peers/wider_score.py')

/** Printed as figures of the bench; the table has all. */
const FIGURES: readonly string[] = ['linked overlap F1', 'any cue: F1', 'quoted: F1', 'speed, processor', 'peak memory']

/** Read first: its answer says that program and models are loaded. */
const SHORT_ARTICLE: Article = {
  id: 'short',
  text: '“The bridge will open,” said Ida Roe, the mayor.',
  published: null,
}

/** A hundredth is the finest that Linux tells. */
const SHORTEST_SECONDS = 0.01

const asked = ({ id, text }: Article) => JSON.stringify({ id, text })
const rounded = (value: number) => Math.round(value * 10) / 10

function scoreOf(gold: string, run: Run, folder: string): { readonly score: Score; readonly wider: Score } {
  const predicted = join(folder, 'predicted.jsonl')
  writeFileSync(predicted, run.output)
  return {
    score: JSON.parse(python(SCORER, gold, predicted, '--json')) as Score,
    wider: JSON.parse(python(WIDER_SCORER, SCORER, gold, predicted)) as Score,
  }
}

function accuracy({ score, wider }: ReturnType<typeof scoreOf>): readonly [string, Figure][] {
  const percent = (value: number | undefined): Figure => ({ value: value ?? null, unit: '%' })
  const [kinds, loose] = [score['recall by kind'], wider['recall by kind without cue']]
  return [
    ...['source', 'cue', 'content', 'linked exact'].map((name): [string, Figure] => [
      `${name} F1`,
      percent(score[name]?.['f1']),
    ]),
    ['linked overlap precision', percent(score['linked overlap']?.['precision'])],
    ['linked overlap recall', percent(score['linked overlap']?.['recall'])],
    ['linked overlap F1', percent(score['linked overlap']?.['f1'])],
    ...['direct', 'mixed', 'indirect'].map((kind): [string, Figure] => [`${kind} found`, percent(kinds?.[kind])]),
    ['any cue: F1', percent(wider['without cue']?.['f1'])],
    ...['direct', 'mixed', 'indirect'].map((kind): [string, Figure] => [
      `any cue: ${kind} found`,
      percent(loose?.[kind]),
    ]),
    ['quoted: F1', percent(wider['quotations']?.['f1'])],
    ['quoted, any cue: F1', percent(wider['quotations without cue']?.['f1'])],
  ]
}

/** What reading took, once the program, its models and its first sentence were behind it. */
function cost({ start, whole, megabytes }: Run, tokens: number): readonly [string, Figure][] {
  const rate = (from: number | null, to: number | null): Figure => ({
    value: from === null || to === null ? null : Math.round(tokens / Math.max(to - from, SHORTEST_SECONDS)),
    unit: 'tokens/s',
  })
  return [
    ['speed, processor', rate(start.processor, whole.processor)],
    ['speed, clock', rate(start.clock, whole.clock)],
    ['start-up', { value: rounded(start.processor ?? start.clock), unit: 's' }],
    ['peak memory', { value: megabytes === null ? null : Math.round(megabytes), unit: 'MB' }],
  ]
}

async function compare({ name, version, command, toGet }: System, gold: string, folder: string): Promise<Row | Absent> {
  if (command === null) return { name, why: `not installed; ${toGet}` }
  const outcome = await measuredRun(command, [SHORT_ARTICLE, ...articlesOf(gold)].map(asked))
  if (!outcome.ok) return { name, why: `does not run: ${outcome.why}; ${toGet}` }
  const { run } = outcome
  const figures = new Map([...accuracy(scoreOf(gold, run, folder)), ...cost(run, lengthOf(gold).tokens)])
  return { name, version: version ?? versionOf(command), figures }
}

function notes(rows: readonly Row[], absent: readonly Absent[], gold: string): readonly string[] {
  const { tokens, counted } = lengthOf(gold)
  return [
    '',
    ...table(rows),
    '',
    ...rows.map(({ name, version }) => `${name}: ${version}`),
    ...absent.map(({ name, why }) => `${name}: ${why} (bench/peers/README.md)`),
    '',
    'any cue: source and content overlap, the cue is not asked for. quoted: direct and mixed statements alone.',
    `speed: ${tokens} of ${counted} by the seconds from the answer to a first sentence to the last one;`,
    "processor: the seconds of all the process's threads; clock: those on the wall, noisy on a shared machine.",
    'start-up: processor seconds up to the first answer. peak memory: of the whole process, models included.',
  ]
}

export const bench: Bench = async (options) => {
  const gold = goldFile(options)
  const needs = lacking(gold)
  if (needs !== null) return { ok: false, needs }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  try {
    const outcomes: (Row | Absent)[] = []
    // One after the other, so that none takes the processor from another.
    for (const system of systems(process.env)) outcomes.push(await compare(system, gold, folder))
    const rows = outcomes.filter((outcome) => 'figures' in outcome)
    const absent = outcomes.filter((outcome) => 'why' in outcome)
    const figures = rows.flatMap(({ name: system, figures }) =>
      [...figures].flatMap(([name, { value, unit }]): readonly BenchFigure[] =>
        value === null || !FIGURES.includes(name) ? [] : [{ name: `${system} ${name}`, value, unit }],
      ),
    )
    return { ok: true, figures, notes: notes(rows, absent, gold) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
