import type { Span } from '../../text/span.ts'
import { type BasicWords, basicWords } from './basic-words.ts'
import { type CandidateStatement, readCandidate, surest, type WordRun } from './candidate.ts'
import { GrowingInts } from './growing-ints.ts'
import type { ModelInput, ReadingModel } from './reading-model.ts'
import { type Window, windowsOver } from './windows.ts'
import { type WordFeatures, wordFeatures } from './word-features.ts'
import { WordPieces } from './word-pieces.ts'

/** Source, cue and content as the model reads them, before anything is made of them. UTF-16 spans, in order. */
export type Attribution = {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly confidence: number
}

/** A text cut up for the model. `offsets` has each word's first piece among `pieces`, and their number last. */
type Encoded = {
  readonly words: BasicWords
  readonly features: WordFeatures
  readonly pieces: Int32Array
  readonly offsets: Int32Array
}

/** The pieces of each model's vocabulary, kept as long as the model is: making the table takes longer than an article. */
const piecesOf = new WeakMap<ReadingModel, WordPieces>()

function wordPieces(model: ReadingModel): WordPieces {
  const known = piecesOf.get(model)
  if (known !== undefined) return known
  const made = new WordPieces(model.vocabulary)
  piecesOf.set(model, made)
  return made
}

function encode(text: string, model: ReadingModel): Encoded {
  const words = basicWords(text)
  const vocabulary = wordPieces(model)
  const pieces = new GrowingInts()
  const offsets = new GrowingInts()
  for (const word of words.folded) {
    offsets.push(pieces.length)
    for (const piece of vocabulary.idsOf(word)) pieces.push(piece)
  }
  offsets.push(pieces.length)
  const features = wordFeatures(text, words, new Set(model.settings.abbreviations))
  return { words, features, pieces: pieces.done(), offsets: offsets.done() }
}

/** The encoder's view of the words `[start, end)`. */
function inputOf({ features, pieces, offsets }: Encoded, { start, end }: Window, model: ReadingModel): ModelInput {
  const { cls, sep } = model.settings.special
  const [from, to] = [offsets[start] ?? 0, offsets[end] ?? 0]
  const ids = new Int32Array(to - from + 2)
  ids.set([cls])
  ids.set(pieces.subarray(from, to), 1)
  ids.set([sep], to - from + 1)
  const perPiece = new Int32Array(ids.length * 3)
  const first = new Int32Array(end - start)
  for (let word = start; word < end; word += 1) {
    const lead = (offsets[word] ?? 0) - from + 1
    first[word - start] = lead
    for (let piece = lead; piece <= (offsets[word + 1] ?? 0) - from; piece += 1) {
      perPiece[3 * piece] = features.cases[word] ?? 0
      perPiece[3 * piece + 1] = features.quotes[word] ?? 0
    }
    perPiece[3 * lead + 2] = features.gaps[word] ?? 0
  }
  const fromZero = (numbers: Int32Array) => numbers.slice(start, end).map((number) => number - (numbers[start] ?? 0))
  return {
    ids,
    features: perPiece,
    first,
    sentences: fromZero(features.sentences),
    paragraphs: fromZero(features.paragraphs),
  }
}

async function candidatesIn(
  encoded: Encoded,
  window: Window,
  model: ReadingModel,
): Promise<readonly CandidateStatement[]> {
  const output = await model.run(inputOf(encoded, window, model))
  const context = { start: window.start, count: window.end - window.start, settings: model.settings }
  return Array.from(output.anchors, (anchor, index) => {
    const word = window.start + anchor
    return word >= window.ownStart && word < window.ownEnd ? readCandidate(output, index, context) : null
  }).filter((candidate) => candidate !== null)
}

function spanOf({ starts, ends }: BasicWords, [start, end]: WordRun): Span {
  return [starts[start] ?? 0, ends[end - 1] ?? 0]
}

function attributionOf(words: BasicWords, { source, cue, contents, confidence }: CandidateStatement): Attribution {
  return {
    source: source === null ? [] : [spanOf(words, source)],
    cue: [spanOf(words, cue)],
    content: contents.map((run) => spanOf(words, run)),
    confidence,
  }
}

/** Whether a content has a word in quotation marks. */
function isQuoted({ quotes }: WordFeatures, { contents }: CandidateStatement): boolean {
  return contents.some(([start, end]) => quotes.subarray(start, end).some((quote) => quote !== 0))
}

/**
 * Finds every attribution of `text` with a trained model, window by window.
 *
 * @returns in the order of their cues
 * Cost: one pass of the encoder a window; linear in the length of `text`.
 */
export async function attributionsOf(text: string, model: ReadingModel): Promise<readonly Attribution[]> {
  const { window: size, threshold, thresholdQuoted } = model.settings
  const encoded = encode(text, model)
  const { words, features, offsets } = encoded
  const candidates: CandidateStatement[] = []
  for (const window of windowsOver({ offsets, gaps: features.gaps }, size))
    candidates.push(...(await candidatesIn(encoded, window, model)))
  const sure = candidates.filter(
    (candidate) => candidate.confidence >= (isQuoted(features, candidate) ? thresholdQuoted : threshold),
  )
  return surest(sure).map((candidate) => attributionOf(words, candidate))
}
