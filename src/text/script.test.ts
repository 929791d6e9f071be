import { expect, test } from 'vitest'
import { scriptOf } from './script.ts'

const CASES: readonly [text: string, script: string][] = [
  ['Mara Lee', 'Latn'],
  ['李马拉', 'Hani'],
  ['Анна Рау', 'Cyrl'],
  ['محمد', 'Arab'],
  ['משה', 'Hebr'],
  ['김철수', 'Hang'],
  ['Ms 李马拉', 'Hani'],
  ['2022 – !', 'Zyyy'],
  ['', 'Zyyy'],
]

test.each(CASES)('%j is %s', (text, script) => {
  expect(scriptOf(text)).toBe(script)
})
