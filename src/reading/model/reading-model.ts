import type { WindowSettings } from './windows.ts'

/** What a trained model says of itself; all numbers that reading needs and that may differ between two models. */
export type ModelSettings = {
  readonly name: string
  /** Words before an anchor for which the model gives labels, and words from the anchor on. */
  readonly before: number
  readonly after: number
  readonly window: WindowSettings
  /** The confidence from which on a candidate is a statement. */
  readonly threshold: number
  /** The same where words of the content stand in quotation marks: those are nearly always somebody's. */
  readonly thresholdQuoted: number
  readonly abbreviations: readonly string[]
  /** Makes a confidence of a candidate's figures; `weights` in the order of `confidenceOf`. */
  readonly confidence: { readonly weights: readonly number[]; readonly bias: number }
  /** The ids of the pieces that open and close a window. */
  readonly special: { readonly cls: number; readonly sep: number }
}

/** One window as the encoder takes it: P pieces and W words. */
export type ModelInput = {
  /** [P]. */
  readonly ids: Int32Array
  /** [P, 3]: case, quotation, gap. */
  readonly features: Int32Array
  /** [W]: the index of each word's first piece. */
  readonly first: Int32Array
  /** [W], from 0. */
  readonly sentences: Int32Array
  /** [W], from 0. */
  readonly paragraphs: Int32Array
}

/** What the model finds in one window: C candidates for cues, in the order of the text. */
export type ModelOutput = {
  /** [C]: the word of the window that stands for the cue. */
  readonly anchors: Int32Array
  /** [C]: the probability that it does. */
  readonly anchorProbabilities: Float32Array
  /** [C, before + after, labels]: log probabilities around each anchor; outside of the window without meaning. */
  readonly labels: Float32Array
  /** [C]: the probability that the cue makes a statement. */
  readonly scores: Float32Array
}

/** The trained model, as reading uses it; `model/` loads one from its file. */
export interface ReadingModel {
  readonly settings: ModelSettings
  /** The version that a reading names: the digest of the weights, shortened. */
  readonly version: string
  /** The encoder's pieces by id. */
  readonly vocabulary: readonly string[]
  run(input: ModelInput): Promise<ModelOutput>
}
