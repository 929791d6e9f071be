import { expect, test } from 'vitest'
import { knownEdtf } from '../../text/edtf-time.ts'
import type { Relation, RelationKind } from './actor.ts'
import { actorIndex, sideOf, voicesOf } from './speaks-for.ts'

/** `FROM relation TO, WHEN`: her office speaks for her, she for the house, and the house is also called by its street. */
const RELATIONS = [
  'spokesman speaks for office, 2018/2022',
  'office office of head',
  'head speaks for house, 2018-09-01/2022-08-31',
  'head speaks for office',
  'house also called street',
  'desk part of house',
  'envoy speaks for house',
  'envoy speaks for league',
]

const ACTORS = actorIndex(
  ['spokesman', 'office', 'head', 'house', 'street', 'desk', 'envoy', 'league'].map((id) => ({
    id,
    kind: 'person',
    names: [],
    roles: [],
    relations: RELATIONS.flatMap((line): Relation[] => {
      const [, from, kind, to = '', when] =
        /^(\w+) (speaks for|office of|also called|part of) (\w+)(?:, (.+))?$/.exec(line) ?? []
      return from === id ? [{ kind: kind as RelationKind, to, when: when === undefined ? null : knownEdtf(when) }] : []
    }),
    identifiers: [],
  })),
)

test.each([
  ['spokesman', '2020-05', 'spokesman office head house street'],
  ['spokesman', '2023-05', 'spokesman'],
  ['spokesman', '2022-10', 'spokesman office head'],
  ['head', '2022-08-31', 'head house office street'],
  ['head', '2022-09-01', 'head office'],
  ['street', '2020', 'street house'],
  ['desk', '2020', 'desk'],
  ['nobody', '2020', 'nobody'],
])('%s speaks on %s for %s', (speaker, on, voices) => {
  expect([...voicesOf(ACTORS, speaker, knownEdtf(on))].sort()).toEqual(voices.split(' ').sort())
})

test.each([
  ['spokesman', '2020-05', 'office'],
  ['envoy', '2020-05', 'envoy'],
  ['desk', '2020-05', 'desk'],
  ['head', '2023', 'office'],
])('the words of %s on %s count for %s', (speaker, on, side) => {
  expect(sideOf(ACTORS, speaker, knownEdtf(on))).toBe(side)
})
