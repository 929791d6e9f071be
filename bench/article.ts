import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readArticle } from '../src/article/read-article.ts'
import type { Bench, BenchFigure } from './bench.ts'

const USUAL_DATA = '../shared/data/pages/article-extraction'
const SCORER = '../shared/tools/score_articles.py'

/** What the scorer prints with `--json`, as far as it is used here. */
type Score = {
  readonly f1: number
  readonly precision: number
  readonly recall: number
  readonly 'quotations kept': number
  readonly worst: readonly string[]
}

/** What reading one folder of pages gave: the texts by id, and the milliseconds of each page. */
type Run = {
  readonly texts: Readonly<Record<string, { readonly articleBody: string }>>
  readonly times: readonly number[]
  readonly faults: readonly string[]
}

function readPages(folder: string): Run {
  const texts: Record<string, { articleBody: string }> = {}
  const times: number[] = []
  const faults: string[] = []
  for (const file of readdirSync(join(folder, 'html')).sort()) {
    const raw = readFileSync(join(folder, 'html', file))
    const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw
    const id = file.replace(/\.html(?:\.gz)?$/, '')
    const start = performance.now()
    const outcome = readArticle(bytes, { contentType: null, url: null })
    times.push(performance.now() - start)
    texts[id] = { articleBody: outcome.ok ? outcome.article.text : '' }
    if (!outcome.ok) faults.push(`${id.slice(0, 8)}: ${outcome.fault.sentence}`)
  }
  return { texts, times, faults }
}

/** Hands the texts to the scorer in a temporary file. */
function scored(folder: string, texts: Run['texts']): Score {
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

function figuresOf(score: Score, times: readonly number[]): readonly BenchFigure[] {
  const sorted = [...times].sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const round = (value: number) => Math.round(value * 10) / 10
  return [
    { name: 'pages', value: times.length, unit: '' },
    { name: 'F1', value: score.f1, unit: '' },
    { name: 'precision', value: score.precision, unit: '' },
    { name: 'recall', value: score.recall, unit: '' },
    { name: 'quotations kept', value: score['quotations kept'], unit: '' },
    { name: 'time a page, mean', value: round(mean), unit: 'ms' },
    { name: 'time a page, 95 of 100 below', value: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0), unit: 'ms' },
    { name: 'memory, peak', value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MB' },
  ]
}

/** How well the article's text is found: on pages with hand-made text, by the public benchmark's measure. */
export const bench: Bench = async ({ data }) => {
  const folder = data ?? USUAL_DATA
  if (!existsSync(join(folder, 'ground-truth.json')) || !existsSync(join(folder, 'html')))
    return {
      ok: false,
      needs: `needs ${folder} with ground-truth.json and html/*.html.gz, the form of scrapinghub/article-extraction-benchmark`,
    }
  if (!existsSync(SCORER)) return { ok: false, needs: `needs the scorer at ${SCORER} and python3 to run it` }
  const { texts, times, faults } = readPages(folder)
  const score = scored(folder, texts)
  return {
    ok: true,
    figures: figuresOf(score, times),
    notes: [...faults, `worst: ${score.worst.map((id) => id.slice(0, 8)).join(' ')}`],
  }
}
