/** PolNeAR's articles and their scorer, for the benches that read them. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BenchOptions } from './bench.ts'

const SHARED = new URL('../../shared/', import.meta.url).pathname

/** The script that scores predicted statements against annotated ones. */
export const SCORER = join(SHARED, 'tools/score_attribution.py')

/** An annotated article, without its annotations. */
export type Article = { readonly id: string; readonly text: string; readonly published: string | null }

/** What the scorer prints with `--json`: precision, recall and F1 by measure, and recall by kind, in per cent. */
export type Score = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The file of articles: `--data` may name it, the folder that holds `dev.jsonl.gz`, or the folder above that. */
export function goldFile({ data }: BenchOptions): string {
  const place = data ?? join(SHARED, 'data/polnear')
  if (/\.jsonl(?:\.gz)?$/.test(place)) return place
  const above = join(place, 'polnear/dev.jsonl.gz')
  return existsSync(above) ? above : join(place, 'dev.jsonl.gz')
}

/** @returns a sentence that says what a bench over `gold` lacks on this machine, null where all is there */
export function lacking(gold: string): string | null {
  const missing = [gold, SCORER].filter((path) => !existsSync(path))
  if (missing.length > 0)
    return `${missing.join(' and ')} not found; it needs PolNeAR's articles as JSON lines (--data DIR or FILE) and the scorer`
  if (spawnSync('python3', ['--version']).status !== 0)
    return 'python3 not found; it runs the scorer, which is written in Python'
  return null
}

function linesOf(path: string): readonly string[] {
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines.filter((line) => line.trim() !== '')
}

/** The articles of a `.jsonl` or `.jsonl.gz` file, in its order. */
export function articlesOf(gold: string): readonly Article[] {
  return linesOf(gold).map((line) => JSON.parse(line) as Article)
}

/**
 * How long the articles are. PolNeAR's own tokens are counted where `NAME.tokens.tsv.gz` lies beside `NAME.jsonl.gz`,
 * else words between white space.
 */
export function lengthOf(gold: string): { readonly tokens: number; readonly counted: string } {
  const tokens = gold.replace(/\.jsonl(?:\.gz)?$/, '.tokens.tsv.gz')
  if (existsSync(tokens))
    return { tokens: linesOf(tokens).filter((line) => !line.startsWith('# ')).length, counted: "PolNeAR's tokens" }
  const words = articlesOf(gold).map(({ text }) => text.trim().split(/\s+/).length)
  return { tokens: words.reduce((sum, count) => sum + count, 0), counted: 'words between white space' }
}

/** Runs a Python script and gives what it printed; its complaints go to standard error. */
export function python(script: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync('python3', [script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${script} ended with status ${status}`)
  return stdout
}
