import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import type { ModelInput, ModelOutput, ModelSettings, ReadingModel } from '../reading/model/reading-model.ts'
import { ModelError } from './model-error.ts'

/** The models that ship; the first is the one that is used unless another is named. */
export const MODEL_NAMES = ['small', 'tiny'] as const
export type ModelName = (typeof MODEL_NAMES)[number]

export function isModelName(name: string): name is ModelName {
  return (MODEL_NAMES as readonly string[]).includes(name)
}

/** Where the weights, their settings and their vocabulary lie. */
const FOLDER = join(import.meta.dirname, '..', '..', 'models')
const VOCABULARY = 'vocab.txt'
/** As many digits of the weights' SHA-256 tell versions apart. */
const VERSION_DIGITS = 12

const count = z.int().positive()
const digest = z.string().length(64)
const share = z.number().min(0).max(1)
/**
 * Graph optimisations of the runtime that make the models slower: its fused kernel for a sum and its normalisation takes
 * four times as long as the two kernels that it stands for, a tenth of `small`'s time and an eighth of `tiny`'s.
 */
const SLOWER_OPTIMISATIONS = 'SkipLayerNormFusion'
/** How many figures of a candidate its confidence is made of. */
const EVIDENCE = 7
const Settings = z.object({
  format: z.literal(1),
  name: z.string(),
  weights: digest,
  vocabulary: digest,
  before: count,
  after: count,
  limit: count.max(510),
  overlap: count,
  threshold: share,
  thresholdQuoted: share,
  abbreviations: z.array(z.string()),
  confidence: z.object({ weights: z.array(z.number()).length(EVIDENCE), bias: z.number() }),
  special: z.object({ cls: z.int(), sep: z.int() }),
})

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The three files of a model as they lie in its folder. */
type ModelFiles = { readonly weights: Buffer; readonly json: Buffer; readonly words: Buffer }

/** @throws where the settings are of another shape, or of other files than these: a cut vocabulary would go unnoticed */
function settingsOf(expected: ModelName, { weights, json, words }: ModelFiles): ModelSettings {
  const { weights: made, vocabulary, limit, overlap, ...settings } = Settings.parse(JSON.parse(json.toString('utf8')))
  if (settings.name !== expected) throw new Error(`the settings are of ${settings.name}`)
  if (sha256(weights) !== made) throw new Error('the weights have another digest')
  if (sha256(words) !== vocabulary) throw new Error('the vocabulary has another digest')
  return { ...settings, window: { limit, overlap } }
}

async function fileAt(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new ModelError(`${path} cannot be read; restore it with "git checkout models"`, { cause: error })
  }
}

function ints(values: Int32Array, ...shape: number[]): Tensor {
  return new Tensor('int32', values, shape)
}

async function runSession(session: InferenceSession, input: ModelInput, span: number): Promise<ModelOutput> {
  const [pieces, words] = [input.ids.length, input.first.length]
  const { anchors, anchor, labels, score } = await session.run({
    ids: ints(input.ids, pieces),
    features: ints(input.features, pieces, 3),
    first: ints(input.first, words),
    sentence: ints(input.sentences, words),
    paragraph: ints(input.paragraphs, words),
  })
  if (labels?.dims[1] !== span) throw new Error(`the weights look at ${labels?.dims[1]} words, the settings at ${span}`)
  return {
    anchors: anchors?.data as Int32Array,
    anchorProbabilities: anchor?.data as Float32Array,
    labels: labels.data as Float32Array,
    scores: score?.data as Float32Array,
  }
}

/**
 * Loads a model that ships with the program. Takes about half a second and 200 MB.
 *
 * @param folder where its files lie
 * @throws ModelError, with one sentence, where a file is missing or damaged; `run` does where settings and weights
 *   turn out not to fit
 */
export async function openModel(name: ModelName, folder = FOLDER): Promise<ReadingModel> {
  const file = (end: string) => fileAt(join(folder, end))
  const damaged = (cause: unknown) =>
    new ModelError(`the model ${name} in ${folder} is damaged; restore it with "git checkout models"`, { cause })
  const [weights, json, words] = await Promise.all([file(`${name}.onnx`), file(`${name}.json`), file(VOCABULARY)])
  try {
    const settings = settingsOf(name, { weights, json, words })
    // One thread: several readers work side by side, and a second thread gains less than a second reader.
    const session = await InferenceSession.create(weights, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
      extra: { optimization: { disable_specified_optimizers: SLOWER_OPTIMISATIONS } },
    })
    return {
      settings,
      version: sha256(weights).slice(0, VERSION_DIGITS),
      vocabulary: words.toString('utf8').trimEnd().split('\n'),
      run: (input) =>
        runSession(session, input, settings.before + settings.after).catch((error: unknown) => {
          throw damaged(error)
        }),
    }
  } catch (error) {
    throw damaged(error)
  }
}
