import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { attributionsOf } from '../reading/model/attributions.ts'
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
  ['settings of another format', SETTINGS, changedTo({ format: 2 }), / is damaged/],
  ['settings of another model', SETTINGS, (path) => cpSync(join(MODELS, 'tiny.json'), path), / is damaged/],
  ['settings under another name', SETTINGS, changedTo({ name: 'other' }), / is damaged/],
  ['a threshold that is none', SETTINGS, changedTo({ threshold: 40 }), / is damaged/],
  ['too few weights', SETTINGS, changedTo({ confidence: { weights: [1], bias: 0 } }), / is damaged/],
  ['settings that are no JSON', SETTINGS, (path) => writeFileSync(path, '{'), / is damaged/],
  ['weights with one byte changed', WEIGHTS, changeLastByte, / is damaged/],
  ['vocabulary cut off', VOCABULARY, (path) => truncateSync(path, 100_000), / is damaged/],
  ['empty vocabulary', VOCABULARY, (path) => truncateSync(path), / is damaged/],
]

function changedTo(changed: object): (path: string) => void {
  return (path) => writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...changed }))
}

function changeLastByte(path: string): void {
  const bytes = readFileSync(path)
  const last = bytes.length - 1
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last)
  writeFileSync(path, bytes)
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

test.each([
  ['another reach than the weights have', { before: 40 }],
  ['a piece that no vocabulary has', { special: { cls: 1_000_000, sep: 102 } }],
])('settings with %s: the first reading says so', async (_, changed) => {
  const folder = copyOfModel()
  changedTo(changed)(join(folder, SETTINGS))
  const model = await openModel(NAME, folder)
  await expect(attributionsOf('Ana Lee said it was over.', model)).rejects.toThrow(/^the model small in .+ is damaged;/)
})
