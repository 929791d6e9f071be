import { expect, test } from 'vitest'
import { LANGUAGES } from './languages.ts'
import { ALL_TERMS, agreedWords, CURRENT_TERMS, termsOf, wordsDigest } from './terms.ts'

/** What was published: a line that is here is never changed, and a changed text is a new version with a new line. */
const PUBLISHED = [
  [1, 'en', 'adab9d5143a4d3f43c99e8c3fa8d045ef0dc9979b7784d4a4c75dff9b1aa24ce'],
  [1, 'de', 'ba174deeebb2ef99e03094e628f4443ef02fa09b96389cd2dae7c48dbe30e84c'],
] as const

test('what was published never changes', () => {
  const digests = ALL_TERMS.map((terms) => [terms.version, terms.language, wordsDigest(agreedWords(terms))])
  expect(digests).toEqual(PUBLISHED)
})

test('the newest terms are there in every language', () => {
  for (const language of LANGUAGES) expect(termsOf(CURRENT_TERMS, language)).toMatchObject({ language })
})

test.each([
  [0, 'en'],
  [CURRENT_TERMS + 1, 'en'],
  [CURRENT_TERMS, 'xx'],
])('there are no terms %d in %s', (version, language) => {
  expect(termsOf(version, language)).toBeNull()
})
