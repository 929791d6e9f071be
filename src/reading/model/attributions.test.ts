import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MODEL_NAMES, openModel } from '../../model/open-model.ts'
import { type Attribution, attributionsOf } from './attributions.ts'

/** Made-up texts with what the reference in `training/` reads in them, model by model; the export writes them. */
const PARITY = new URL('../../../training/parity.jsonl', import.meta.url)

type Case = {
  readonly id: string
  readonly text: string
  readonly models: Readonly<Record<string, { readonly statements: readonly Attribution[] }>>
}

const cases = readFileSync(PARITY, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
const models = await Promise.all(MODEL_NAMES.map((name) => openModel(name)))

test.each(models.flatMap((model) => cases.map((one) => [model.settings.name, one.id, model, one] as const)))(
  '%s reads %s as the reference does',
  async (name, _, model, { text, models }) => {
    const found = await attributionsOf(text, model)
    const wanted = models[name]?.statements ?? []
    const parts = ({ source, cue, content }: Attribution) => ({ source, cue, content })
    expect(found.map(parts)).toEqual(wanted.map(parts))
    for (const [at, { confidence }] of found.entries()) expect(confidence).toBeCloseTo(wanted[at]?.confidence ?? -1, 2)
  },
)
