import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assigned, assignSpeaker, type Bearer } from './assign-speaker.ts'
import type { MatchReason, SpeakerMatch } from './match-speaker.ts'

/** `a`, `a>b? (mayor, judge)`: an actor whom articles print, whom it was merged into, open or not, the roles beside its name. */
function bearerOf(words: string): Bearer {
  const [, actorId = '', now, open, roles] = /^(\w+)(?:>(\w+))?(\?)?(?: \((.*)\))?$/.exec(words) ?? []
  return { actorId, now: now ?? actorId, roles: roles?.split(', ') ?? [], isOpen: open !== undefined }
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

/** `Ana Silva`, `Lee, the judge`: the name as printed, and the role beside it. */
function mentionOf(words: string) {
  const [name = '', role = null] = words.split(', ')
  return { name, role }
}

const CASES: readonly [bearers: string, mention: string, match: string, assigned: string][] = [
  ['', 'Ana Silva', '-', 'new'],
  ['a', 'Ana Silva', '-', 'a'],
  ['a>b', 'Ana Silva', '-', 'a'],
  ['', 'Ana Silva', 'd! name', 'd'],
  ['d', 'Ana Silva', 'd! name', 'd'],
  ['a>d', 'Ana Silva', 'd! name', 'd'],
  ['a', 'Ana Silva', 'd! name', 'new; may be a: shared name; may be d: shared name'],
  ['a', 'Ana Silva, mayor', 'd! name and role', 'd'],
  ['a; b', 'Ana Silva', '-', 'new; may be a: shared name; may be b: shared name'],
  ['a>b; b', 'Ana Silva', '-', 'a'],
  // One who bears the name, and another role.
  ['a (mayor)', 'Ana Silva, mayor', '-', 'a'],
  ['a (mayor)', 'Ana Silva', '-', 'a'],
  ['a', 'Ana Silva, judge', '-', 'a'],
  ['a (mayor)', 'Ana Silva, former mayor of Selbrick', '-', 'a'],
  ['a (minister for water)', 'Ana Silva, minister of energy', '-', 'a'],
  ['a (UN human rights chief)', 'Ana Silva, UN High Commissioner for Human Rights', '-', 'a'],
  ['a (mayor)', 'Ana Silva, judge', '-', 'new; may be a: name, another role'],
  ['a (mayor of Selbrick)', 'Ana Silva, a baker in Selbrick', '-', 'new; may be a: name, another role'],
  ['a (mayor, judge)', 'Ana Silva, judge', '-', 'a'],
  ['a>b (mayor); b (mayor)', 'Ana Silva, judge', '-', 'new; may be b: name, another role'],
  ['d (mayor)', 'Ana Silva, judge', 'd! name', 'new; may be d: name, another role'],
  // Several bear it.
  ['a (mayor); b (judge)', 'Ana Silva, the judge', '-', 'b'],
  ['a (judge); b (judge)', 'Ana Silva, judge', '-', 'new; may be a: shared name; may be b: shared name'],
  ['a>b (judge); b (judge)', 'Ana Silva, judge', '-', 'a'],
  ['a (mayor); b (judge)', 'Ana Silva, chief judge', '-', 'b'],
  ['a; b (judge)', 'Ana Silva, chief judge', '-', 'new; may be a: shared name; may be b: shared name'],
  ['a (mayor); b', 'Ana Silva, judge', '-', 'new; may be a: name, another role; may be b: shared name'],
  ['a (mayor); b (judge)', 'Ana Silva, baker', '-', 'new; may be a: name, another role; may be b: name, another role'],
  ['a (mayor); b? (judge)', 'Ana Silva', '-', 'new; may be a: shared name'],
  ['a (mayor); b? (judge)', 'Ana Silva, baker', '-', 'new; may be a: name, another role'],
  ['a? (mayor); b? (judge)', 'Ana Silva, chief judge', '-', 'b'],
  ['a (mayor); b (judge); c?', 'Ana Silva', '-', 'new; may be a: shared name; may be b: shared name'],
  ['a (mayor); c?', 'Ana Silva', '-', 'a'],
  ['', 'Ana Silva', 'd shared name; e shared name', 'new; may be d: shared name; may be e: shared name'],
  ['d', 'Ana Silva, baker', 'd name, another role', 'new; may be d: name, another role'],
  ['d (baker)', 'Ana Silva, the baker', 'd name, another role', 'd'],
  // A surname names nobody for certain; a body's name does, and a full name that is one word.
  ['a', 'Silva', '-', 'new; may be a: short name'],
  ['a; b?; c?', 'Silva', '-', 'new; may be a: short name'],
  ['a?; b?', 'Silva', '-', 'new; may be a: short name'],
  ['a (mayor)', 'Silva, mayor', '-', 'new; may be a: short name'],
  ['a (mayor of Selbrick)', 'Silva, mayor of Selbrick', '-', 'a'],
  ['a (mayor)', 'Silva, judge', '-', 'new'],
  ['a', 'Silva', 'd! name', 'new; may be a: shared name; may be d: shared name'],
  ['a?', 'Silva', 'd! name', 'd'],
  ['a', 'UNHCR', '-', 'a'],
  ['a', 'Reuters', '-', 'a'],
  ['a', 'Beijing', '-', 'a'],
  ['a', 'Jordan, a lawyer', '-', 'new; may be a: short name'],
  ['a', 'Ministry', '-', 'a'],
  ['a', '李马拉', '-', 'a'],
  ['a', '김영희', '-', 'a'],
  ['a', '李', '-', 'new; may be a: short name'],
  // Whom else it may be.
  ['', 'Silva', 'd surname', 'new; may be d: surname'],
  ['a', 'Silva', 'd surname; e surname', 'new; may be a: short name; may be d: surname; may be e: surname'],
  ['a>d', 'Silva', 'd surname', 'new; may be d: short name'],
  ['a', 'Ana Silva', 'd spelling', 'a; may be d: spelling'],
  ['a', 'Silva', 'd short name', 'new; may be a: short name; may be d: short name'],
]

test.each(CASES)('printed %s | %s | dossiers %s → %s', (bearers, mention, match, assigned) => {
  const printed = bearers === '' ? [] : bearers.split('; ').map(bearerOf)
  expect(inWords(assignSpeaker(mentionOf(mention), printed, matchOf(match)))).toBe(assigned)
  // In which order actors came into the record tells nothing of who is meant.
  const turned = assignSpeaker(mentionOf(mention), printed.toReversed(), matchOf(match))
  expect(inWords(turned).split('; ').length).toBe(assigned.split('; ').length)
})

const ROLES = ['mayor', 'judge', 'chief inspector']
const anyBearer = fc.record({
  actorId: fc.constantFrom('a', 'b', 'c', 'd'),
  now: fc.constantFrom('a', 'b', 'c', 'd'),
  roles: fc.subarray(ROLES),
  isOpen: fc.constant(false),
})
const anyRole = fc.option(fc.constantFrom('mayor', 'judge', 'fisherman'), { nil: null })

test('two of one name are never joined without a role, and one more who bears it never makes anybody surer', () => {
  fc.assert(
    fc.property(fc.array(anyBearer, { maxLength: 4 }), anyBearer, anyRole, (bearers, more, role) => {
      const mention = { name: 'Ana Silva', role }
      const isOneOf = (now: string | undefined) => bearers.some((bearer) => bearer.now === now)
      const [first, second] = [
        assignSpeaker(mention, bearers, { kind: 'none' }),
        assignSpeaker(mention, [...bearers, more], { kind: 'none' }),
      ]
      const several = new Set(bearers.map(({ now }) => now)).size > 1
      if (several && role === null) expect(first.actorId).toBeNull()
      if (first.actorId === null && bearers.length > 0) expect(first.proposed.length).toBeGreaterThan(0)
      const isNew = !isOneOf(more.now)
      if (isNew && bearers.length > 0 && role === null) expect(second.actorId).toBeNull()
      if (second.actorId === null) expect(second.proposed.length).toBeGreaterThanOrEqual(first.proposed.length)
    }),
  )
})

test('nobody is taken for an actor of whom only contradicting roles are known, nor by a surname and no role', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyBearer, { selector: ({ actorId }) => actorId }),
      anyRole,
      fc.boolean(),
      (bearers, role, isShort) => {
        const { actorId } = assignSpeaker({ name: isShort ? 'Silva' : 'Ana Silva', role }, bearers, { kind: 'none' })
        if (actorId === null) return
        const now = bearers.find((bearer) => bearer.actorId === actorId)?.now
        const roles = bearers.filter((bearer) => bearer.now === now).flatMap((bearer) => bearer.roles)
        expect(isShort).toBe(false)
        // None of ROLES has a word in common with another.
        if (role !== null && roles.length > 0) expect(roles).toContain(role)
      },
    ),
  )
})
