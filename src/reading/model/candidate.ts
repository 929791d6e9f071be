import { bestPath, LABELS, type LabelRows, type Part, type Run, runsOf } from './best-path.ts'
import type { ModelOutput, ModelSettings } from './reading-model.ts'

/** Words `[start, end)` of the text. */
export type WordRun = readonly [start: number, end: number]

/** A statement as the model proposes it, in words of the text. */
export type CandidateStatement = {
  readonly source: WordRun | null
  readonly cue: WordRun
  /** At least one. */
  readonly contents: readonly WordRun[]
  /** How probable it is that the statement is one that an annotator would mark, with these parts. */
  readonly confidence: number
}

/** Probabilities of 0 and 1 are held this far from both, so that their logits are finite. */
const LEAST = 1e-6
/** Beyond it a logistic function is 0 or 1 to 13 digits. */
const MAX_LOGIT = 30

function logit(probability: number): number {
  return Math.log(Math.max(probability, LEAST) / Math.max(1 - probability, LEAST))
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, value))))
}

const perWord = ({ start, end, log }: Run) => log / (end - start)

/** The runs of a path that make one statement: the cue at the anchor, the surest source, all contents. */
function partsOf(runs: readonly Run[], anchor: number) {
  const of = (part: Part) => runs.filter((run) => run.part === part)
  const cue = of('cue').find(({ start, end }) => start <= anchor && anchor < end)
  const [firstSource, ...sources] = of('source')
  const source = sources.reduce((best, run) => (best && perWord(run) > perWord(best) ? run : best), firstSource)
  return { source, cue, contents: of('content') }
}

const sum = (runs: readonly Run[]) => runs.reduce((total, { log }) => total + log, 0)

export type CandidateContext = {
  /** The window's first word in the text, and its number of words. */
  readonly start: number
  readonly count: number
  readonly settings: ModelSettings
}

/**
 * Reads candidate `index` of a window: the best path over its labels, as spans of words.
 *
 * @returns null where the path finds no content, or breaks off
 */
export function readCandidate(
  output: ModelOutput,
  index: number,
  { start, count, settings }: CandidateContext,
): CandidateStatement | null {
  const { before, after, confidence } = settings
  const anchor = output.anchors[index] ?? 0
  const rows: LabelRows = {
    values: output.labels,
    offset: index * (before + after) * LABELS,
    from: Math.max(0, before - anchor),
    to: Math.min(before + after, before + count - anchor),
    anchor: before,
  }
  const { runs, outside } = runsOf(bestPath(rows), rows)
  const { source, cue, contents } = partsOf(runs, before)
  if (cue === undefined || contents.length === 0) return null
  const [isCue, isStatement] = [output.anchorProbabilities[index] ?? 0, output.scores[index] ?? 0]
  const evidence = [logit(isCue), logit(isStatement), source?.log ?? 0, cue.log, sum(contents), outside, source ? 0 : 1]
  const words = (run: Run): WordRun => [run.start + start + anchor - before, run.end + start + anchor - before]
  return {
    source: source === undefined ? null : words(source),
    cue: words(cue),
    contents: contents.map(words),
    confidence: logistic(
      evidence.reduce((total, value, at) => total + value * (confidence.weights[at] ?? 0), confidence.bias),
    ),
  }
}

/**
 * The surest of candidates whose cues share words, in the order of their cues.
 *
 * Cost: O(n log n).
 */
export function surest(candidates: readonly CandidateStatement[]): readonly CandidateStatement[] {
  const taken = new Set<number>()
  const kept: CandidateStatement[] = []
  const byConfidence = candidates.toSorted(
    (a, b) => b.confidence - a.confidence || a.cue[0] - b.cue[0] || a.cue[1] - b.cue[1],
  )
  for (const candidate of byConfidence) {
    const [start, end] = candidate.cue
    const words = Array.from({ length: end - start }, (_, at) => start + at)
    if (words.some((word) => taken.has(word))) continue
    for (const word of words) taken.add(word)
    kept.push(candidate)
  }
  return kept.sort((a, b) => a.cue[0] - b.cue[0])
}
