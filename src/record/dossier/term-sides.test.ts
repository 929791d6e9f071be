import { expect, test } from 'vitest'
import { articleNamedByOutlet, evidenceIn } from '../../../test/pieces-of-evidence.ts'
import { daysOf, knownEdtf } from '../../text/edtf-time.ts'
import { actorIndex } from '../actors/speaks-for.ts'
import type { TermState } from './term.ts'
import { termSides } from './term-sides.ts'

/** The envoy speaks for the office, the mission for the ministry, and the ministry for the government. */
const SPEAKS_FOR = [
  ['envoy', 'office', '2018-09-01/2022-08-31'],
  ['mission', 'ministry', null],
  ['ministry', 'government', null],
  ['broker', 'office', null],
  ['broker', 'government', null],
] as const
const ACTORS = actorIndex(
  ['envoy', 'mission', 'ministry', 'broker', 'office', 'government'].map((id) => ({
    id,
    kind: 'person',
    names: [],
    roles: [],
    relations: SPEAKS_FOR.filter(([from]) => from === id).map(([, to, when]) => ({
      kind: 'speaks for',
      to,
      when: when === null ? null : knownEdtf(when),
    })),
    identifiers: [],
  })),
)

/** Steps parted by semicolons, `DATE STATE by WHOM in OUTLET, OUTLET`; what each side says then, in one line. */
const CASES: readonly [steps: string, on: string, sides: string][] = [
  ['2022-03-08 sought by envoy in Courier', '2022-03-07', ''],
  ['2022-03-08 sought by envoy in Courier', '2022-03-08', 'office: sought, reported'],
  ['2022-03-08 sought by envoy in Courier, Gazette', '2022-04', 'office: sought, supported'],
  [
    '2022-03-08 sought by envoy in Courier; 2022-05-28 granted by envoy in Gazette; 2022-06-15 restricted by envoy in Post',
    '2022-05-30',
    'office: granted, reported',
  ],
  [
    '2022-03-08 sought by envoy in Courier; 2022-05-28 granted by mission in Gazette; 2022-06-15 refused by envoy in Post',
    '2022-12',
    'office: refused, reported | government: granted, reported (not agreed)',
  ],
  [
    '2022-05-28 granted by mission in Gazette; 2022-05-28 granted by envoy in Post',
    '2022-12',
    'government: granted, reported | office: granted, reported',
  ],
  ['2022-10-01 refused by envoy in Gazette', '2022-12', 'envoy: refused, reported'],
  ['2022-03-01 promised by broker in Gazette', '2022-12', 'broker: promised, reported'],
  ['2022-03-01 unknown in Gazette', '2022-12', 'nobody: unknown, reported'],
]

test.each(CASES)('%s; on %s', (words, on, sides) => {
  const steps = words.split('; ').map((step, at) => {
    const [, date = '', state = '', by, outlets = ''] = /^(\S+) (\w+)(?: by (\w+))? in (.+)$/.exec(step) ?? []
    return {
      id: String(at),
      state: state as TermState,
      by: by ?? null,
      date: knownEdtf(date),
      evidence: outlets.split(', ').map((outlet) => evidenceIn(outlet)),
    }
  })
  const today = daysOf(knownEdtf(on)).last ?? 0
  for (const order of [steps, steps.toReversed()]) {
    const view = termSides(
      { id: 'term', what: 'unsupervised interviews', steps: order },
      { today, actors: ACTORS, articleOf: articleNamedByOutlet },
    )
    const said = view.sides.map(({ side, state, evidence }) => `${side ?? 'nobody'}: ${state}, ${evidence.support}`)
    expect(`${said.join(' | ')}${view.isAgreed ? '' : ' (not agreed)'}`).toBe(sides)
  }
})
