/**
 * What surrounds a statement (its act, chain and figures) against labels made by hand, on the gold spans of
 * PolNeAR's development articles, so that nothing but the rules is measured. `labels/README.md` says how they were made.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { actOf } from '../src/reading/acts.ts'
import { chainsOf } from '../src/reading/chain.ts'
import type { Draft } from '../src/reading/draft.ts'
import { figuresIn } from '../src/reading/figures.ts'
import { outletsIn } from '../src/reading/outlets.ts'
import type { Act, Figure } from '../src/reading/statement.ts'
import { sentencesOf } from '../src/text/sentences.ts'
import { overlaps, type Span } from '../src/text/span.ts'
import type { Bench, BenchFigure, BenchOptions } from './bench.ts'

const SHARED = new URL('../../shared/', import.meta.url).pathname
const LABELS = new URL('labels/', import.meta.url).pathname

type Spans = readonly Span[]
type Attribution = { readonly source: Spans; readonly cue: Spans; readonly content: Spans }
type Article = { readonly id: string; readonly text: string; readonly drafts: readonly Draft[] }
type Articles = ReadonlyMap<string, Article>

type ActLabel = {
  readonly article: string
  readonly cue: Spans
  readonly content: Spans
  readonly act: Act
  readonly alt?: Act
}
type ChainLabel = { readonly article: string; readonly cue: Spans; readonly hops: Spans; readonly carried?: true }
type FigureLabel = { readonly article: string; readonly content: Spans; readonly figures: readonly Figure[] }

function linesOf<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

function labels<T>(name: string): readonly T[] {
  return linesOf<T>(readFileSync(join(LABELS, name), 'utf8'))
}

/** Where the first word of a statement stands. */
function startOf({ source, cue, content }: Attribution): number {
  return Math.min(...[source[0], cue[0], content[0]].map((span) => span?.[0] ?? Number.POSITIVE_INFINITY))
}

/** The articles with their first annotator's statements, in the order of the text. */
function articlesOf(path: string): Articles {
  type Line = { id: string; text: string; annotators: readonly { attributions: readonly Attribution[] }[] }
  const lines = linesOf<Line>(gunzipSync(readFileSync(path)).toString('utf8'))
  return new Map(
    lines.map(({ id, text, annotators }) => {
      const statements = annotators[0]?.attributions ?? []
      const drafts = statements.toSorted((a, b) => startOf(a) - startOf(b)).map((one) => ({ ...one, confidence: 1 }))
      return [id, { id, text, drafts }]
    }),
  )
}

function same(a: Spans, b: Spans): boolean {
  return a.flat().join() === b.flat().join()
}

/** Counts of right, predicted and labelled. */
type Tally = { right: number; predicted: number; labelled: number }

const emptyTally = (): Tally => ({ right: 0, predicted: 0, labelled: 0 })
const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)

function f1({ right, predicted, labelled }: Tally): number {
  return percent(2 * right, predicted + labelled)
}

const ACTS: readonly Act[] = ['assert', 'deny', 'confirm', 'commit', 'demand', 'accuse', 'concern', 'predict', 'ask']

/** The tally of each act; with `lenient`, the label's second act counts as right where it was read. */
function actTallies(articles: Articles, rows: readonly ActLabel[], lenient: boolean): ReadonlyMap<Act, Tally> {
  const tallies = new Map(ACTS.map((act) => [act, emptyTally()]))
  for (const { article, cue, content, act, alt } of rows) {
    const { text = '', drafts = [] } = articles.get(article) ?? {}
    const draft = drafts.find((one) => same(one.cue, cue) && same(one.content, content))
    const read = draft === undefined ? null : actOf(text, draft)
    const wanted = lenient && read !== null && read === alt ? read : act
    const [got, asked] = [read === null ? undefined : tallies.get(read), tallies.get(wanted)]
    if (got !== undefined) got.predicted += 1
    if (asked !== undefined) asked.labelled += 1
    if (got !== undefined && got === asked) got.right += 1
  }
  return tallies
}

function macro(tallies: ReadonlyMap<Act, Tally>): number {
  const sum = [...tallies.values()].reduce((total, tally) => total + f1(tally), 0)
  return Math.round((10 * sum) / tallies.size) / 10
}

function actFigures(articles: Articles): readonly BenchFigure[] {
  const rows = labels<ActLabel>('acts.jsonl')
  const strict = actTallies(articles, rows, false)
  return [
    { name: 'acts labelled', value: rows.length, unit: '' },
    { name: 'act macro F1', value: macro(strict), unit: '%' },
    { name: 'act macro F1, second act allowed', value: macro(actTallies(articles, rows, true)), unit: '%' },
    ...[...strict].map(([act, tally]) => ({ name: `act ${act} F1`, value: f1(tally), unit: '%' })),
  ]
}

function chainFigures(articles: Articles): readonly BenchFigure[] {
  const rows = labels<ChainLabel>('chains.jsonl')
  const chains = new Map(
    [...articles.values()].map(({ id, text, drafts }) => [
      id,
      chainsOf(text, drafts, { outlets: outletsIn(text, null), sentences: sentencesOf(text), speakers: [] }),
    ]),
  )
  const [all, carried] = [emptyTally(), emptyTally()]
  for (const row of rows) {
    const at = articles.get(row.article)?.drafts.findIndex(({ cue }) => same(cue, row.cue)) ?? -1
    const read = chains.get(row.article)?.[at] ?? []
    const right = row.hops.filter((hop) => read.some(({ span }) => overlaps(span, hop))).length
    for (const tally of row.carried === true ? [all, carried] : [all]) {
      tally.right += right
      tally.predicted += read.length
      tally.labelled += row.hops.length
    }
  }
  return [
    { name: 'chains labelled', value: rows.length, unit: '' },
    { name: 'chain hops precision', value: percent(all.right, all.predicted), unit: '%' },
    { name: 'chain hops recall', value: percent(all.right, all.labelled), unit: '%' },
    {
      name: 'recall, named beside it',
      value: percent(all.right - carried.right, all.labelled - carried.labelled),
      unit: '%',
    },
    { name: 'recall, named earlier', value: percent(carried.right, carried.labelled), unit: '%' },
  ]
}

/** Rounding of thirds aside. */
function agrees(read: Figure, label: Figure): boolean {
  const near = Math.abs(read.value - label.value) <= 1e-3 * label.value
  return overlaps(read.span, label.span) && near && read.comparator === label.comparator
}

function quantityFigures(articles: Articles): readonly BenchFigure[] {
  const rows = labels<FigureLabel>('figures.jsonl')
  const tally = emptyTally()
  let sameUnit = 0
  for (const { article, content, figures } of rows) {
    const left = [...figuresIn(articles.get(article)?.text ?? '', content)]
    tally.predicted += left.length
    tally.labelled += figures.length
    for (const figure of figures) {
      const at = left.findIndex((read) => agrees(read, figure))
      if (at < 0) continue
      tally.right += 1
      sameUnit += left[at]?.unit === figure.unit ? 1 : 0
      left.splice(at, 1)
    }
  }
  return [
    { name: 'contents with figures labelled', value: rows.length, unit: '' },
    { name: 'figure precision', value: percent(tally.right, tally.predicted), unit: '%' },
    { name: 'figure recall', value: percent(tally.right, tally.labelled), unit: '%' },
    { name: 'figure F1', value: f1(tally), unit: '%' },
    { name: 'unit right, of those', value: percent(sameUnit, tally.right), unit: '%' },
  ]
}

/** The file of articles: `--data` names the folder that holds `dev.jsonl.gz`. */
function goldFile({ data }: BenchOptions): string {
  return join(data ?? join(SHARED, 'data/polnear'), 'dev.jsonl.gz')
}

export const bench: Bench = (options) => {
  const gold = goldFile(options)
  if (!existsSync(gold))
    return Promise.resolve({
      ok: false,
      needs: `${gold} not found; it needs PolNeAR's development articles (--data DIR)`,
    })
  const articles = articlesOf(gold)
  return Promise.resolve({
    ok: true,
    figures: [...actFigures(articles), ...chainFigures(articles), ...quantityFigures(articles)],
    notes: ['', 'On gold spans. One annotator made the labels; no second one has measured agreement.'],
  })
}
