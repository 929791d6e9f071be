import { expect, test } from 'vitest'
import type { Progress } from '../record/queue.ts'
import { en } from './messages/en.ts'
import { progressWords } from './progress-words.ts'

/** Amounts first and last, of a total; the seconds between them. */
function words(
  unit: Progress['unit'],
  [firstDone, done, total]: readonly [number, number, number | null],
  seconds: number,
) {
  const firstAt = '2026-11-24T09:00:00.000Z'
  const lastAt = new Date(Date.parse(firstAt) + 1000 * seconds).toISOString()
  const {
    done: far,
    rate,
    left,
  } = progressWords({ stage: 'reading', unit, done, total, firstDone, firstAt, lastAt }, en)
  return [far, rate, left].map((word) => word ?? '–').join(' | ')
}

test.each<[what: string, said: string, expected: string]>([
  ['nothing yet', words('bytes', [0, 0, null], 0), '– | – | –'],
  ['too soon for a rate', words('bytes', [0, 500, 1000], 1), '500 bytes of 1 kB | – | –'],
  ['on its way', words('bytes', [0, 4e8, 1e9], 100), '400 MB of 1 GB | 4 MB a second | about 3 minutes left'],
  ['gone on with', words('bytes', [9e8, 9.5e8, 1e9], 10), '950 MB of 1 GB | 5 MB a second | about 10 seconds left'],
  ['no total', words('articles', [0, 1234, null], 100), '1,234 articles | 12 articles a second | –'],
  [
    'slow',
    words('articles', [0, 1, 9000], 10),
    '1 article of 9,000 articles | 0.1 articles a second | about 25 hours left',
  ],
  ['one at a time', words('entries', [0, 3, 4], 3), '3 entries of 4 entries | 1 entry a second | about 1 second left'],
  ['no further', words('entries', [3, 3, 4], 60), '3 entries of 4 entries | – | –'],
  [
    'more than it was said to hold',
    words('bytes', [0, 2e6, 1e6], 10),
    '2 MB of 1 MB | 200 kB a second | about 1 second left',
  ],
])('%s', (_, said, expected) => {
  expect(said).toBe(expected)
})
