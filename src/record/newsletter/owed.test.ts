import { expect, test } from 'vitest'
import { type Followed, isOwed } from './owed.ts'

/** What is followed in short: `topic since-until`, in hours; without an end while it is followed. */
function followedOf(words: string): readonly Followed[] {
  const hour = (digits: string | undefined) => (digits ? `2026-11-24T${digits.padStart(2, '0')}:00:00.000Z` : null)
  return words.split(', ').map((one) => {
    const [topic = '', span = ''] = one.split(' ')
    const [since, until] = span.split('-')
    return { topic, since: hour(since) ?? '', until: hour(until) }
  })
}

/** Something of the dam moved at 12 hours. */
const CASES: readonly [name: string, followed: string, isOwed: boolean][] = [
  ['followed before', 'dossier:dam 10-', true],
  ['everything', 'everything 10-', true],
  ['another dossier', 'dossier:bridge 10-', false],
  ['followed since that moment', 'dossier:dam 12-', false],
  ['followed later', 'dossier:dam 13-', false],
  ['left', 'dossier:dam 10-13', false],
  ['everything in its place, later', 'dossier:dam 10-13, everything 13-', true],
  ['everything in its place, before', 'dossier:dam 10-11, everything 11-', true],
  ['left before, followed again later', 'dossier:dam 10-11, dossier:dam 13-', false],
  ['left after, followed again later', 'dossier:dam 10-13, dossier:dam 14-', true],
  ['left for another dossier', 'dossier:dam 10-13, dossier:bridge 13-', false],
]

test.each(CASES)('%s', (_, followed, owed) => {
  const item = { at: '2026-11-24T12:00:00.000Z', topics: new Set(['everything', 'dossier:dam', 'actor:lee']) }
  expect(isOwed(item, followedOf(followed))).toBe(owed)
})
