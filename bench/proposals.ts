/**
 * What is proposed for the record, against labels made by hand: how many of the commitments, demands, terms and events
 * that stand in an article are proposed, and how many proposals are of no use. On the samples, and on articles of
 * PolNeAR that no dossier is about. Everything is read by the model, as for a user; `labels/README.md` says how the
 * labels were made.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readArticle } from '../src/article/read-article.ts'
import { openModel } from '../src/model/open-model.ts'
import { readStatements } from '../src/reading/read-statements.ts'
import type { Statement } from '../src/reading/statement.ts'
import { parseDossierFile } from '../src/record/dossier-file/parse-dossier-file.ts'
import { type DossierMatters, dossierMatters } from '../src/record/proposals/dossier-matters.ts'
import { matterWords } from '../src/record/proposals/matter-words.ts'
import type { Draft } from '../src/record/proposals/proposal.ts'
import { proposalOf } from '../src/record/proposals/proposal-of.ts'
import { overlaps, type Span } from '../src/text/span.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { goldFile } from './polnear.ts'

const ROOT = join(import.meta.dirname, '..')
const LABELS = join(import.meta.dirname, 'labels/proposals.jsonl')

/** The dossiers that are followed: those that the two sets of samples are about. */
const DOSSIERS = ['src/record/dossier-file/example.dossier.json', 'samples/visit/xinjiang-visit.dossier.json']
const VISIT = 'samples/visit/'

type Kind = 'commitment' | 'demand' | 'term'

/** `content` is a UTF-16 span of the article's text; an article in which nothing stands has a line without one. */
type Line = { readonly article: string } & Partial<Label>
/** Several kinds where a reader may see it either way; `optional` where a reader may also leave it. */
type Label = { readonly is: readonly Kind[]; readonly content: Span; readonly optional?: true }

type Text = {
  readonly text: string
  readonly language: string | null
  readonly published: string | null
  readonly outlet: string | null
}

/** An article with its labels; `dossier` is the one that its proposals belong to, null for none. */
type Labelled = { readonly id: string; readonly dossier: string | null; readonly text: Text; readonly labels: Label[] }

/** A proposal as far as the labels can judge it. */
type Proposed = { readonly kinds: readonly Kind[]; readonly content: readonly Span[]; readonly dossier: string | null }

/** An event is a commitment's; what answers a demand undertakes something, too. */
function kindsOf(draft: Draft, { dossier }: DossierMatters | { dossier: null }): readonly Kind[] {
  switch (draft.kind) {
    case 'commitment':
    case 'event':
      return ['commitment']
    case 'demand':
      return ['demand']
    case 'reply':
      return ['demand', 'commitment']
    case 'term':
    case 'step':
      return ['term']
    case 'evidence': {
      const isOf = (things: readonly { readonly id: string }[] | undefined) =>
        things?.some(({ id }) => id === draft.for) ?? false
      if (isOf(dossier?.demands)) return ['demand']
      return isOf(dossier?.commitments.flatMap(({ events }) => events)) ? ['commitment'] : ['term']
    }
  }
}

function dossiersOf(): readonly DossierMatters[] {
  return DOSSIERS.map((file) => {
    const outcome = parseDossierFile(readFileSync(join(ROOT, file), 'utf8'))
    if (!outcome.ok) throw new Error(outcome.faults[0]?.sentence)
    return dossierMatters(outcome.file.dossier)
  })
}

function proposedIn({ id, text }: Labelled, statements: readonly Statement[], dossiers: readonly DossierMatters[]) {
  const articleWords = matterWords(text.text)
  return statements.flatMap((statement): readonly Proposed[] => {
    const reading = { statementId: null, statement, articleWords, article: id, ...text }
    const proposal = proposalOf(reading, dossiers)
    if (proposal === null) return []
    const matters = dossiers.find(({ dossier }) => dossier.id === proposal.dossierId) ?? { dossier: null }
    return [{ kinds: kindsOf(proposal.draft, matters), content: statement.content, dossier: proposal.dossierId }]
  })
}

/** Whether a proposal proposes what a label says, in the right dossier. */
function isMetBy({ is, content }: Label, proposed: Proposed, { dossier }: Labelled): boolean {
  const meets = proposed.content.some((span) => overlaps(span, content))
  return meets && proposed.dossier === dossier && is.some((kind) => proposed.kinds.includes(kind))
}

type Tally = {
  readonly true: number
  readonly found: number
  /** Of the true ones, those in no statement that was read. */
  readonly unread: number
  readonly proposals: number
  readonly useless: number
}

/** Proposals that meet an optional label are neither right nor useless. */
function tallyOf(article: Labelled, statements: readonly Statement[], proposed: readonly Proposed[]): Tally {
  const needed = article.labels.filter(({ optional }) => optional !== true)
  const isRead = ({ content }: Label) => statements.some((one) => one.content.some((span) => overlaps(span, content)))
  const metBy = (one: Proposed) => article.labels.filter((label) => isMetBy(label, one, article))
  const counted = proposed.filter((one) => !metBy(one).length || metBy(one).some(({ optional }) => optional !== true))
  return {
    true: needed.length,
    found: needed.filter((label) => proposed.some((one) => isMetBy(label, one, article))).length,
    unread: needed.filter((label) => !isRead(label)).length,
    proposals: counted.length,
    useless: counted.filter((one) => metBy(one).length === 0).length,
  }
}

/**
 * Whether the rules were written with an article's errors at hand: where the SHA-256 of its id ends in an odd digit.
 * Of the others nothing but the figures is looked at.
 */
function wasBuiltWith(id: string): boolean {
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(-1), 16) % 2 === 1
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)

function figuresOf(set: string, tallies: readonly Tally[]): readonly BenchFigure[] {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
  return [
    { name: `${set}: articles`, value: tallies.length, unit: '' },
    { name: `${set}: true ones`, value: sum('true'), unit: '' },
    { name: `${set}: not read of them`, value: percent(sum('unread'), sum('true')), unit: '%' },
    { name: `${set}: proposed of them`, value: percent(sum('found'), sum('true')), unit: '%' },
    { name: `${set}: proposals`, value: sum('proposals'), unit: '' },
    { name: `${set}: useless of them`, value: percent(sum('useless'), sum('proposals')), unit: '%' },
  ]
}

/** The labels by article, in the order of the file. */
function labelsOf(): ReadonlyMap<string, Label[]> {
  const labels = new Map<string, Label[]>()
  for (const raw of readFileSync(LABELS, 'utf8').trimEnd().split('\n')) {
    const { article, is, content, optional } = JSON.parse(raw) as Line
    const known = labels.get(article) ?? []
    labels.set(article, known)
    if (is !== undefined && content !== undefined) known.push({ is, content, ...(optional && { optional }) })
  }
  return labels
}

async function sampleText(file: string): Promise<Text> {
  const read = await readArticle(readFileSync(join(ROOT, file)), { contentType: null, url: null })
  if (!read.ok) throw new Error(`${file}: ${read.fault.sentence}`)
  return read.article
}

function polnearTexts(gold: string): ReadonlyMap<string, Text> {
  type Line = { id: string; text: string }
  const lines = gunzipSync(readFileSync(gold)).toString('utf8').trimEnd().split('\n')
  return new Map(
    lines.map((line) => {
      const { id, text } = JSON.parse(line) as Line
      // The day of printing stands in the article's id.
      const published = /_(\d{4}-\d\d-\d\d)_/.exec(id)?.[1] ?? null
      return [id, { text, language: 'en', published, outlet: null }]
    }),
  )
}

async function labelledArticles(gold: string): Promise<readonly Labelled[]> {
  const texts = polnearTexts(gold)
  const [dam, visit] = ['tarsil-dam', 'xinjiang-visit']
  return Promise.all(
    [...labelsOf()].map(async ([id, labels]) => {
      const isSample = id.startsWith('samples/')
      const text = isSample ? await sampleText(id) : texts.get(id)
      if (text === undefined) throw new Error(`${id} is labelled, and not in ${gold}`)
      return { id, dossier: isSample ? (id.startsWith(VISIT) ? visit : dam) : null, text, labels }
    }),
  )
}

export const bench: Bench = async (options) => {
  const gold = goldFile(options)
  if (!existsSync(gold))
    return { ok: false, needs: `${gold} not found; it needs PolNeAR's development articles (--data DIR)` }
  const [model, dossiers, articles] = [await openModel('small'), dossiersOf(), await labelledArticles(gold)]
  const sets: Record<'samples' | 'PolNeAR' | 'PolNeAR, built with' | 'PolNeAR, only reported', Tally[]> = {
    samples: [],
    PolNeAR: [],
    'PolNeAR, built with': [],
    'PolNeAR, only reported': [],
  }
  for (const article of articles) {
    const { text, ...about } = article.text
    const statements = await readStatements(text, { ...about, model })
    const tally = tallyOf(article, statements, proposedIn(article, statements, dossiers))
    sets[article.dossier === null ? 'PolNeAR' : 'samples'].push(tally)
    if (article.dossier === null)
      sets[wasBuiltWith(article.id) ? 'PolNeAR, built with' : 'PolNeAR, only reported'].push(tally)
  }
  return {
    ok: true,
    figures: Object.entries(sets).flatMap(([set, tallies]) => figuresOf(set, tallies)),
    notes: ['', 'One annotator made the labels, and nobody has checked them.'],
  }
}
