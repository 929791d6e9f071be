import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assigned, assignSpeaker, type Bearer } from './assign-speaker.ts'
import type { MatchReason, SpeakerMatch } from './match-speaker.ts'

/** `a`, `a>b (mayor, judge)`: an actor whom articles print, whom it was merged into, the roles beside its name. */
function bearerOf(words: string): Bearer {
  const [, actorId = '', now, roles] = /^(\w+)(?:>(\w+))?(?: \((.*)\))?$/.exec(words) ?? []
  return { actorId, now: now ?? actorId, roles: roles?.split(', ') ?? [] }
}

/** `-`, `a! name`, `a name, another role; b surname`: certain with an exclamation mark. */
function matchOf(words: string): SpeakerMatch {
  if (words === '-') return { kind: 'none' }
  const matches = words.split('; ').map((one) => {
    const [, actorId = '', reason = ''] = /^(\w+)!? (.+)$/.exec(one) ?? []
    return { actorId, reason: reason as MatchReason }
  })
  const [match] = matches
  return words.includes('!') && match !== undefined ? { kind: 'certain', match } : { kind: 'proposed', matches }
}

const inWords = ({ actorId, proposed }: Assigned) =>
  [actorId ?? 'new', ...proposed.map((one) => `may be ${one.actorId}: ${one.reason}`)].join('; ')

const CASES: readonly [bearers: string, role: string, match: string, assigned: string][] = [
  ['', '-', '-', 'new'],
  ['a', '-', '-', 'a'],
  ['a>b', '-', '-', 'a'],
  ['', '-', 'd! name', 'd'],
  ['d', '-', 'd! name', 'd'],
  ['a>d', '-', 'd! name', 'd'],
  ['a', '-', 'd! name', 'new; may be a: shared name; may be d: shared name'],
  ['a', 'mayor', 'd! name and role', 'd'],
  ['a; b', '-', '-', 'new; may be a: shared name; may be b: shared name'],
  ['a>b; b', '-', '-', 'a'],
  ['a (mayor); b (judge)', 'the judge', '-', 'b'],
  ['a (judge); b (judge)', 'judge', '-', 'new; may be a: shared name; may be b: shared name'],
  ['a>b (judge); b (judge)', 'judge', '-', 'a'],
  ['a (mayor); b (judge)', 'fisherman', '-', 'new; may be a: shared name; may be b: shared name'],
  ['', '-', 'd shared name; e shared name', 'new; may be d: shared name; may be e: shared name'],
  ['d', 'fisherman', 'd name, another role', 'new; may be d: name, another role'],
  ['d (fisherman)', 'the fisherman', 'd name, another role', 'd'],
  ['', '-', 'd surname', 'new; may be d: surname'],
  ['a', '-', 'd surname; e surname', 'a; may be d: surname; may be e: surname'],
  ['a>d', '-', 'd surname', 'a'],
  ['a', '-', 'd short name', 'a; may be d: short name'],
]

test.each(CASES)('printed %s | %s | dossiers %s → %s', (bearers, role, match, assigned) => {
  const printed = bearers === '' ? [] : bearers.split('; ').map(bearerOf)
  expect(inWords(assignSpeaker(role === '-' ? null : role, printed, matchOf(match)))).toBe(assigned)
  // In which order actors came into the record tells nothing of who is meant.
  const turned = assignSpeaker(role === '-' ? null : role, printed.toReversed(), matchOf(match))
  expect(inWords(turned).split('; ').length).toBe(assigned.split('; ').length)
})

const anyBearer = fc.record({
  actorId: fc.constantFrom('a', 'b', 'c', 'd'),
  now: fc.constantFrom('a', 'b', 'c', 'd'),
  roles: fc.subarray(['mayor', 'judge', 'chief inspector']),
})
const anyRole = fc.option(fc.constantFrom('mayor', 'judge', 'fisherman'), { nil: null })

test('two of one name are never joined without a role, and one more who bears it never makes anybody surer', () => {
  fc.assert(
    fc.property(fc.array(anyBearer, { maxLength: 4 }), anyBearer, anyRole, (bearers, more, role) => {
      const isOneOf = (now: string | undefined) => bearers.some((bearer) => bearer.now === now)
      const [first, second] = [
        assignSpeaker(role, bearers, { kind: 'none' }),
        assignSpeaker(role, [...bearers, more], { kind: 'none' }),
      ]
      const several = new Set(bearers.map(({ now }) => now)).size > 1
      if (several && role === null) expect(first.actorId).toBeNull()
      if (first.actorId === null && bearers.length > 0) expect(first.proposed.length).toBeGreaterThan(1)
      const isNew = !isOneOf(more.now)
      if (isNew && bearers.length > 0 && role === null) expect(second.actorId).toBeNull()
      if (second.actorId === null) expect(second.proposed.length).toBeGreaterThanOrEqual(first.proposed.length)
    }),
  )
})
