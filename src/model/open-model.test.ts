import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { ModelError } from './model-error.ts'
import { MODEL_NAMES, openModel } from './open-model.ts'

const MODELS = join(import.meta.dirname, '../../models')
const [NAME] = MODEL_NAMES
const [WEIGHTS, SETTINGS, VOCABULARY] = [`${NAME}.onnx`, `${NAME}.json`, 'vocab.txt']

/** A folder with the shipped model in it. */
function copyOfModel(): string {
  const folder = temporaryFolder()
  for (const file of [WEIGHTS, SETTINGS, VOCABULARY]) cpSync(join(MODELS, file), join(folder, file))
  return folder
}

test.each(MODEL_NAMES)('%s opens, and its version is that of its weights', async (name) => {
  const model = await openModel(name)
  expect(model.settings.name).toBe(name)
  expect(model.version).toMatch(/^[\da-f]{12}$/)
})

test('a model opens in any folder', async () => {
  const [shipped, copied] = [await openModel(NAME), await openModel(NAME, copyOfModel())]
  expect({ ...copied, run: null }).toEqual({ ...shipped, run: null })
})

/** What is done to a file of the model; what the sentence names. */
const DAMAGES: readonly [name: string, file: string, damage: (path: string) => void, named: RegExp][] = [
  ['no weights', WEIGHTS, rmSync, /\.onnx cannot be read/],
  ['no settings', SETTINGS, rmSync, /\.json cannot be read/],
  ['no vocabulary', VOCABULARY, rmSync, /vocab\.txt cannot be read/],
  ['weights cut off', WEIGHTS, (path) => truncateSync(path, 1_000_000), / is damaged/],
  ['empty weights', WEIGHTS, (path) => truncateSync(path), / is damaged/],
  ['weights that are none', WEIGHTS, (path) => writeFileSync(path, 'version https://example.org'), / is damaged/],
  ['settings cut off', SETTINGS, (path) => truncateSync(path, 100), / is damaged/],
  ['settings of another shape', SETTINGS, (path) => writeFileSync(path, '{"format":1}'), / is damaged/],
  ['settings of another format', SETTINGS, otherFormat, / is damaged/],
]

function otherFormat(path: string): void {
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), format: 2 }))
}

test.each(DAMAGES)('%s: one sentence that says what to do', async (_, file, damage, named) => {
  const folder = copyOfModel()
  damage(join(folder, file))
  const error = await openModel(NAME, folder).catch((thrown: unknown) => thrown)
  if (!(error instanceof ModelError)) throw new Error('no ModelError', { cause: error })
  expect(error.message).toMatch(named)
  expect(error.message).toContain(folder)
  expect(error.message).toMatch(/^[^\n]+; restore it with "git checkout models"$/)
})
