import { expect, test } from 'vitest'
import { isCadence, topicsOf } from './following.ts'

test.each([
  ['everything', 'everything'],
  ['dossier:01B dossier:01A', 'dossier:01A dossier:01B'],
  ['actor:01A actor:01A', 'actor:01A'],
  ['dossier:01A everything', 'everything'],
  ['', null],
  ['dossiers', null],
  ['everything dossier:', null],
  [Array.from({ length: 101 }, (_, at) => `dossier:${at}`).join(' '), null],
])('%s is %s', (words, topics) => {
  expect(topicsOf(words.split(' ').filter((word) => word !== ''))?.join(' ') ?? null).toBe(topics)
})

test.each([
  ['at once', true],
  ['daily', true],
  ['weekly', true],
  ['hourly', false],
  ['', false],
])('%j is a cadence: %s', (word, expected) => {
  expect(isCadence(word)).toBe(expected)
})
