import { expect, test } from 'vitest'
import { twoSampleTest } from './two-sample.ts'

const counted = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at / count)

test.each([
  ['the same', counted(100), counted(100), 0, 1],
  ['apart', counted(50), counted(50, 5), 1, 0],
  ['a tenth moved', counted(1000), counted(1000, 0.1), 0.1, 0.0001],
  ['all one value', Array(100).fill(1), Array(80).fill(1), 0, 1],
])('%s', (_, one, other, distance, p) => {
  const found = twoSampleTest(one, other)
  expect(found.distance).toBeCloseTo(distance, 2)
  expect(found.p).toBeCloseTo(p, 3)
})

// The table of Smirnov: at 1.36 one in twenty.
test('a distance that one in twenty has is that probable', () => {
  const size = 20_000
  const moved = 1.358 * Math.sqrt(2 / size)
  expect(twoSampleTest(counted(size), counted(size, moved)).p).toBeCloseTo(0.05, 2)
})
