/**
 * Who is meant by a source: hand-labelled speakers of PolNeAR's development articles, on the annotator's own sources
 * and cues, so that only the resolution is measured. The labels are ids and offsets (`labels/speakers.jsonl`).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Draft } from '../src/reading/draft.ts'
import { namesOf } from '../src/reading/names.ts'
import { actorsOf } from '../src/reading/speakers/actors.ts'
import type { ResolvedSource } from '../src/reading/speakers/meant.ts'
import { speakersOf } from '../src/reading/speakers/speakers-of.ts'
import { quotationsOf } from '../src/text/quotation-marks.ts'
import { sentencesOf } from '../src/text/sentences.ts'
import { overlaps, type Span } from '../src/text/span.ts'
import type { Bench, BenchFigure } from './bench.ts'

const USUAL_DATA = new URL('../../shared/data/polnear/', import.meta.url).pathname
const LABELS = new URL('labels/speakers.jsonl', import.meta.url)

/** UTF-16 spans. `mentions` are all places that name the speaker in full; without a name, the words themselves. */
type Label = {
  readonly article: string
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly type: 'name' | 'pronoun' | 'description'
  readonly mentions: readonly Span[]
  readonly role: Span | null
}

type GoldStatement = {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}
type GoldArticle = {
  readonly id: string
  readonly text: string
  readonly annotators: readonly { readonly attributions: readonly GoldStatement[] }[]
}

type Judged = { readonly label: Label; readonly text: string; readonly found: ResolvedSource }

/** From code points, which PolNeAR counts in, to UTF-16 code units. */
function inCodeUnits(text: string): (spans: readonly Span[]) => readonly Span[] {
  const offsets = [0]
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length)
  return (spans) => spans.map(([start, end]) => [offsets[start] ?? 0, offsets[end] ?? 0])
}

function goldDrafts({ text, annotators }: GoldArticle): readonly Draft[] {
  const units = inCodeUnits(text)
  const start = ({ source, cue, content }: Draft) =>
    Math.min(...[source[0], cue[0], content[0]].map((span) => span?.[0] ?? Number.POSITIVE_INFINITY))
  return (annotators[0]?.attributions ?? [])
    .map(({ source, cue, content }) => ({
      source: units(source),
      cue: units(cue),
      content: units(content),
      confidence: 1,
    }))
    .toSorted((a, b) => start(a) - start(b))
}

const key = ({ source, cue }: Pick<Label, 'source' | 'cue'>) => JSON.stringify([source, cue])

/** Processor time so far, in seconds: other processes on the machine do not count. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Resolves every labelled source; `seconds` is the processor time of finding the names and the speakers alone. */
function judgeAll(articles: readonly GoldArticle[], labels: readonly Label[]) {
  const judged: Judged[] = []
  let [seconds, tokens] = [0, 0]
  for (const article of articles) {
    const { id, text } = article
    const drafts = goldDrafts(article)
    const quotations = quotationsOf(text)
    const from = processorSeconds()
    const actors = actorsOf(text, namesOf(text))
    const found = speakersOf(text, drafts, { actors, quotations, sentences: sentencesOf(text) })
    seconds += processorSeconds() - from
    tokens += text.trim().split(/\s+/).length
    for (const label of labels.filter(({ article: of }) => of === id)) {
      const index = drafts.findIndex((draft) => key(draft) === key(label))
      const one = found[index]
      if (one === undefined) throw new Error(`${id} has no statement with the source ${JSON.stringify(label.source)}`)
      judged.push({ label, text, found: one })
    }
  }
  return { judged, seconds, tokens }
}

/** The speaker's mention is one of those labelled; who is not named in the article is right when no name is given. */
function isRight({ label, found }: Judged): boolean {
  const mention = found.speaker?.mention ?? found.described
  return mention !== null && label.mentions.some((span) => overlaps(span, mention))
}

function isRoleRight({ label, text, found: { speaker } }: Judged): boolean {
  if (label.role === null) return speaker?.role == null
  const words = (role: string) => role.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
  const gold = new Set(words(text.slice(...label.role)))
  return words(speaker?.role ?? '').some((word) => gold.has(word))
}

const percent = (part: readonly unknown[], whole: readonly unknown[]) =>
  whole.length === 0 ? 0 : Math.round((1000 * part.length) / whole.length) / 10

function figuresOf(judged: readonly Judged[]): readonly BenchFigure[] {
  const types = (['name', 'pronoun', 'description'] as const).map((type) => {
    const these = judged.filter(({ label }) => label.type === type)
    return { name: `${type} as source, speaker right`, value: percent(these.filter(isRight), these), unit: '%' }
  })
  const named = judged.filter((one) => isRight(one) && one.found.speaker !== null)
  const withRole = named.filter(({ label }) => label.role !== null)
  const pronouns = judged.filter(({ label, found }) => label.type === 'pronoun' && found.speaker !== null)
  return [
    ...types,
    { name: 'pronoun as source, named and right', value: percent(pronouns.filter(isRight), pronouns), unit: '%' },
    { name: 'role right', value: percent(named.filter(isRoleRight), named), unit: '%' },
    { name: 'role found where there is one', value: percent(withRole.filter(isRoleRight), withRole), unit: '%' },
    {
      name: 'left open among candidates',
      value: judged.filter(({ found }) => found.candidates.length > 0).length,
      unit: '',
    },
  ]
}

/** What was wrong, in words; for whoever works on it. */
function mistake({ label, text, found }: Judged): string {
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span).replace(/\s+/g, ' ')).join(' … ')
  const said = found.speaker?.name ?? found.candidates.map(({ name }) => name).join(' or ')
  const instead = said || (found.described ? `“${words([found.described])}”` : 'nobody')
  return `${label.type}: ${words(label.source)} is ${words(label.mentions.slice(0, 1))}, not ${instead}`
}

export const bench: Bench = async ({ data }) => {
  const gold = join(data ?? USUAL_DATA, 'dev.jsonl.gz')
  if (!existsSync(gold)) return { ok: false, needs: `needs PolNeAR's development articles at ${gold} (--data DIR)` }
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  const articles = lines(gunzipSync(readFileSync(gold)).toString('utf8')).map((line) => JSON.parse(line) as GoldArticle)
  const labels = lines(readFileSync(LABELS, 'utf8')).map((line) => JSON.parse(line) as Label)
  judgeAll(articles, []) // The second pass is timed, when the functions are compiled.
  const { judged, seconds, tokens } = judgeAll(articles, labels)
  return {
    ok: true,
    figures: [
      { name: 'labelled statements', value: judged.length, unit: '' },
      ...figuresOf(judged),
      { name: 'speed', value: Math.round(tokens / seconds), unit: 'tokens/s' },
    ],
    notes: judged.filter((one) => !isRight(one)).map(mistake),
  }
}
