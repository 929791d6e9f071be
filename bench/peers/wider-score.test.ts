import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MarkedStatement, markedText } from '../../test/marked-text.ts'
import { python, SCORER } from '../polnear.ts'

const TEXT = '“It opens,” said Ida Roe. Mr Lund said that it does not.'
const found = (marked: string) => markedText(marked).statements
const DIRECT = found('[Q:“It opens,”] [C:said] [S:Ida Roe]. Mr Lund said that it does not.')
const INDIRECT = found('“It opens,” said Ida Roe. [S:Mr Lund] [C:said that] [Q:it does not].')
const OTHER_CUE = found('[Q:“It opens,”] said [S:Ida Roe]. Mr Lund [C:said that] it does not.')
const OTHER_SOURCE = found('[Q:“It opens,”] [C:said] Ida Roe. [S:Mr Lund] said that it does not.')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-wider-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function scored(attributions: readonly MarkedStatement[], statements: readonly MarkedStatement[]) {
  const [gold, predicted] = [join(folder, 'gold.jsonl'), join(folder, 'predicted.jsonl')]
  writeFileSync(gold, JSON.stringify({ id: 'a', text: TEXT, annotators: [{ attributions }] }))
  writeFileSync(predicted, JSON.stringify({ id: 'a', statements }))
  const score = JSON.parse(python(join(import.meta.dirname, 'wider_score.py'), SCORER, gold, predicted)) as Record<
    string,
    { readonly f1: number }
  >
  return ['without cue', 'quotations', 'quotations without cue'].map((measure) => score[measure]?.f1)
}

// The scorer is shared with the data and is not part of the project.
test.skipIf(!existsSync(SCORER)).each([
  ['all found', [...DIRECT, ...INDIRECT], [100, 100, 100]],
  ['only the quotation found', DIRECT, [66.7, 100, 100]],
  ['a quotation with another cue', OTHER_CUE, [66.7, 0, 100]],
  ['a quotation of somebody else', OTHER_SOURCE, [0, 0, 0]],
  ['only what is not quoted', INDIRECT, [66.7, 0, 0]],
])('%s: any cue, quoted, both', (_case, predicted, expected) => {
  expect(scored([...DIRECT, ...INDIRECT], predicted)).toEqual(expected)
})
