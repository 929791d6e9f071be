import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IdentityDecision, identitiesAt } from './identities.ts'
import { identityFault } from './identity-fault.ts'

const at = (hour: number) => `2026-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`

/** `1 merge b into a`, `2 split a to a c: s1=a s2=c`, `3 undo 1`: the number is the id and the hour. */
function decisionOf(words: string): IdentityDecision {
  const [, id = '', rest = ''] = /^(\d+) (.+)$/.exec(words) ?? []
  const common = { id, recordedAt: at(Number(id)) }
  const [, gone = '', into = ''] = /^merge (\w+) into (\w+)$/.exec(rest) ?? []
  if (gone !== '') return { ...common, kind: 'merge', gone, into }
  const [, undoes] = /^undo (\d+)$/.exec(rest) ?? []
  if (undoes !== undefined) return { ...common, kind: 'undo', undoes }
  const [, from = '', to = '', places = ''] = /^split (\w+) to ([\w ]+):(.*)$/.exec(rest) ?? []
  return {
    ...common,
    kind: 'split',
    from,
    to: to.split(' '),
    places: places
      .trim()
      .split(' ')
      .filter((place) => place !== '')
      .map((place) => {
        const [statementId = '', end = ''] = place.split('=')
        return { statementId, to: end }
      }),
  }
}

/** Statements that a machine took for those of a, b and c. */
const TAKEN = { s1: 'a', s2: 'a', s3: 'b', s4: 'c' }

const CASES: readonly [decisions: readonly string[], hour: number, speakers: string][] = [
  [[], 9, 's1=a s2=a s3=b s4=c'],
  [['1 merge b into a'], 9, 's1=a s2=a s3=a s4=c'],
  [['1 merge b into a'], 0, 's1=a s2=a s3=b s4=c'],
  [['1 merge b into a', '2 undo 1'], 9, 's1=a s2=a s3=b s4=c'],
  [['1 merge b into a', '2 undo 1', '3 undo 2'], 9, 's1=a s2=a s3=a s4=c'],
  [['1 merge b into a', '2 merge a into c'], 9, 's1=c s2=c s3=c s4=c'],
  [['1 merge b into a', '2 merge a into c', '3 undo 2'], 9, 's1=a s2=a s3=a s4=c'],
  [['1 split a to a d: s1=a s2=d'], 9, 's1=a s2=d s3=b s4=c'],
  [['1 split a to d e: s1=d s2=e'], 9, 's1=d s2=e s3=b s4=c'],
  [['1 split a to a d: s1=a s2=d', '2 undo 1'], 9, 's1=a s2=a s3=b s4=c'],
  [['1 split a to a d: s1=a s2=d', '2 merge d into c'], 9, 's1=a s2=c s3=b s4=c'],
  [['1 merge b into a', '2 split a to a d: s1=a s2=d s3=d'], 9, 's1=a s2=d s3=d s4=c'],
  [['1 merge b into a', '2 split a to a d: s1=a s2=d s3=d', '3 undo 2'], 9, 's1=a s2=a s3=a s4=c'],
  [['1 merge a into b', '2 merge b into a'], 9, 's1=b s2=b s3=a s4=c'],
]

test.each(CASES)('%j at %s', (words, hour, speakers) => {
  for (const decisions of [words, words.toReversed()]) {
    const { speakerOf } = identitiesAt(decisions.map(decisionOf), at(hour))
    const found = Object.entries(TAKEN).map(([statement, actor]) => `${statement}=${speakerOf(statement, actor)}`)
    expect(found.join(' ')).toBe(speakers)
  }
})

const FAULTS: readonly [earlier: readonly string[], decision: string, sentence: string | null][] = [
  [[], '1 merge b into a', null],
  [[], '1 merge a into a', 'cannot be merged into itself'],
  [[], '1 merge a into x', 'there is no actor "x"'],
  [['1 merge b into a'], '2 merge b into c', '"b" was merged into "a"'],
  [['1 merge b into a'], '2 merge a into b', '"b" was merged into "a"'],
  [['1 merge b into a', '2 undo 1'], '3 merge a into b', null],
  [[], '1 split a to a d: s1=a s2=d', null],
  [[], '1 split a to a: s1=a s2=a', 'needs at least one new actor'],
  [[], '1 split a to a b: s1=a s2=b', '"b" is an actor already'],
  [[], '1 split a to a d: s1=a', '1 of the statements of "a" are sent nowhere, the first is s2'],
  [[], '1 split a to a d: s1=a s2=d s2=a', 'sent to two actors'],
  [[], '1 split a to a d: s1=a s2=e', 'none of the split’s'],
  [[], '1 split a to a d: s1=a s2=d s4=d', 'statement s4 is not of "a"'],
  [['1 merge b into a'], '2 split a to a d: s1=a s2=d', 'the first is s3'],
  [['1 merge b into a'], '2 split b to b d: s3=d', '"b" was merged into "a"'],
  [['1 merge b into a'], '2 undo 1', null],
  [[], '2 undo 1', 'there is no decision 1'],
  [['1 merge b into a', '2 undo 1'], '3 undo 1', 'was undone before'],
  [['1 merge b into a', '2 undo 1'], '3 undo 2', null],
  [['1 merge b into a', '2 undo 1', '3 merge a into b'], '4 undo 2', 'decision 3 rests on it'],
  [['1 merge b into a', '2 merge a into c'], '3 undo 1', 'decision 2 rests on it'],
  [['1 merge b into a', '2 merge a into c'], '3 undo 2', null],
  [['1 split a to a d: s1=a s2=d', '2 merge d into c'], '3 undo 1', 'decision 2 rests on it'],
]

test.each(FAULTS)('after %j: %s', (words, decision, sentence) => {
  const earlier = words.map(decisionOf)
  const { speakerOf } = identitiesAt(earlier, at(23))
  const made = new Set(earlier.flatMap((one) => (one.kind === 'split' ? one.to : [])))
  const fault = identityFault(decisionOf(decision), {
    earlier,
    isActor: (id) => ['a', 'b', 'c'].includes(id) || made.has(id),
    statementsOf: (actor) =>
      Object.entries(TAKEN).flatMap(([statement, takenFor]) =>
        speakerOf(statement, takenFor) === actor ? [statement] : [],
      ),
  })
  expect(fault).toEqual(sentence === null ? null : expect.stringContaining(sentence))
})

test('decisions that pass the check never go in a circle, and undoing the last restores what was', () => {
  const pair = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
      const made: IdentityDecision[] = []
      const about = () => ({ earlier: made, isActor: () => true, statementsOf: () => [] })
      for (const [gone, into] of pairs) {
        const merge: IdentityDecision = {
          id: `${made.length + 1}`,
          recordedAt: at(made.length),
          kind: 'merge',
          gone,
          into,
        }
        if (identityFault(merge, about()) === null) made.push(merge)
      }
      const now = identitiesAt(made, at(23))
      for (const id of ['a', 'b', 'c', 'd']) expect(now.actorOf(now.actorOf(id))).toBe(now.actorOf(id))
      const last = made.at(-1)
      if (last === undefined) return
      const undo: IdentityDecision = { id: 'u', recordedAt: at(22), kind: 'undo', undoes: last.id }
      expect(identityFault(undo, about())).toBeNull()
      const [before, after] = [identitiesAt(made.slice(0, -1), at(23)), identitiesAt([...made, undo], at(23))]
      for (const id of ['a', 'b', 'c', 'd']) expect(after.actorOf(id)).toBe(before.actorOf(id))
    }),
  )
})
