import { expect, test } from 'vitest'
import { articleNamedByOutlet, evidenceIn } from '../../../test/pieces-of-evidence.ts'
import { daysOf, knownEdtf } from '../../text/edtf-time.ts'
import type { Comparator } from './figure.ts'
import { figureRows } from './figure-rows.ts'

const claim = (date: string, by: string | null, comparator: Comparator, value: number, unit = 'people') => ({
  id: `${date} ${by}`,
  by,
  claimant: by === null ? 'investigative reports' : null,
  comparator,
  value,
  unit,
  date: knownEdtf(date),
  since: null,
  evidence: [evidenceIn('Courier')],
})

const CLAIMS = [
  claim('2022-08', null, '<=', 1_800_000),
  claim('2022-03', 'campaigners', '>=', 1_000_000),
  claim('2018', 'experts', '>', 1_000_000),
  claim('2023', 'campaigners', '>=', 1_100_000),
  claim('2024', 'campaigners', '>=', 300, 'camps'),
]

function rowsOn(day: string) {
  const today = daysOf(knownEdtf(day)).last ?? 0
  return figureRows({ id: 'held', what: 'people held', claims: CLAIMS }, { today, articleOf: articleNamedByOutlet })
}

test('claims stand side by side, the oldest first, each as it was made', () => {
  expect(rowsOn('2022-12').map((row) => [row.claim.comparator, row.claim.value, row.laterId])).toEqual([
    ['>', 1_000_000, null],
    ['>=', 1_000_000, null],
    ['<=', 1_800_000, null],
  ])
})

test('a claimant who says another number later is shown with both; another unit is another matter', () => {
  expect(rowsOn('2025').map((row) => [row.claim.id, row.laterId])).toEqual([
    ['2018 experts', null],
    ['2022-03 campaigners', '2023 campaigners'],
    ['2022-08 null', null],
    ['2023 campaigners', null],
    ['2024 campaigners', null],
  ])
})
