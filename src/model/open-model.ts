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
const Settings = z.object({
  format: z.literal(1),
  name: z.string(),
  before: count,
  after: count,
  limit: count.max(510),
  overlap: count,
  threshold: z.number(),
  thresholdQuoted: z.number(),
  abbreviations: z.array(z.string()),
  confidence: z.object({ weights: z.array(z.number()), bias: z.number() }),
  special: z.object({ cls: z.int(), sep: z.int() }),
})

function settingsOf(json: string): ModelSettings {
  const { limit, overlap, ...settings } = Settings.parse(JSON.parse(json))
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

async function runSession(session: InferenceSession, input: ModelInput): Promise<ModelOutput> {
  const [pieces, words] = [input.ids.length, input.first.length]
  const { anchors, anchor, labels, score } = await session.run({
    ids: ints(input.ids, pieces),
    features: ints(input.features, pieces, 3),
    first: ints(input.first, words),
    sentence: ints(input.sentences, words),
    paragraph: ints(input.paragraphs, words),
  })
  return {
    anchors: anchors?.data as Int32Array,
    anchorProbabilities: anchor?.data as Float32Array,
    labels: labels?.data as Float32Array,
    scores: score?.data as Float32Array,
  }
}

/**
 * Loads a model that ships with the program. Takes about half a second and 200 MB.
 *
 * @param folder where its files lie
 * @throws ModelError, with one sentence, where a file is missing or damaged
 */
export async function openModel(name: ModelName, folder = FOLDER): Promise<ReadingModel> {
  const file = (end: string) => fileAt(join(folder, end))
  const [weights, json, words] = await Promise.all([file(`${name}.onnx`), file(`${name}.json`), file(VOCABULARY)])
  try {
    const settings = settingsOf(json.toString('utf8'))
    // One thread: several readers work side by side, and a second thread gains less than a second reader.
    const session = await InferenceSession.create(weights, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
    })
    return {
      settings,
      version: createHash('sha256').update(weights).digest('hex').slice(0, VERSION_DIGITS),
      vocabulary: words.toString('utf8').trimEnd().split('\n'),
      run: (input) => runSession(session, input),
    }
  } catch (error) {
    throw new ModelError(`the model ${name} in ${folder} is damaged; restore it with "git checkout models"`, {
      cause: error,
    })
  }
}
