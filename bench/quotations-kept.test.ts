import { expect, test } from 'vitest'
import { quotationsKept } from './quotations-kept.ts'

const QUOTATION = 'We will open every gate of the north'

const CASES: readonly [what: string, truth: string, found: string, share: number][] = [
  ['kept', `“${QUOTATION}”`, `He said: “${QUOTATION}”.`, 1],
  ['kept but for a space', `«${QUOTATION.replace('gate', ' gate')}»`, `«${QUOTATION}»`, 1],
  ['lost', `"${QUOTATION}"`, '', 0],
  ['changed by a letter', `“${QUOTATION}”`, `“${QUOTATION.replace('gate', 'gates')}”`, 0],
  ['half of two', `“${QUOTATION}” “Nobody will be kept from speaking”`, QUOTATION, 0.5],
  ['too short to count', '“No more”', '', 1],
]

test.each(CASES)('a quotation %s', (_, truth, found, share) => {
  expect(quotationsKept({ a: { articleBody: truth } }, { a: { articleBody: found } })).toBe(share)
})
