import { expect, test } from 'vitest'
import { knownEdtf } from '../../text/edtf-time.ts'
import { circleIn } from './circles.ts'

const CASES: readonly [edges: string, circle: string | null][] = [
  ['', null],
  ['a>b', null],
  ['a>b b>c a>c', null],
  ['a>a', 'a>a'],
  ['a>b b>a', 'a>b>a'],
  ['x>a a>b b>c c>a c>y', 'a>b>c>a'],
  ['a>b@2010/2012 b>a@2015/2016', null],
  ['a>b@2010/2012 b>a@2012/2016', 'a>b>a'],
  ['a>b@2010/2012 b>a', 'a>b>a'],
  ['a>b@2010/.. b>a@../2009', null],
  ['a>b@2010 b>c@2010/2011 c>a@2011', null],
  ['a>b@2010~ b>a@2010', 'a>b>a'],
]

test.each(CASES)('%s', (words, circle) => {
  const edges = words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [, from = '', to = '', when] = /^(\w)>(\w)(?:@(.+))?$/.exec(word) ?? []
      return { from, to, when: when === undefined ? null : knownEdtf(when) }
    })
  expect(circleIn(edges)?.join('>') ?? null).toBe(circle)
})

test('a chain of a hundred thousand is no circle', () => {
  const edges = Array.from({ length: 100_000 }, (_, at) => ({ from: String(at), to: String(at + 1), when: null }))
  expect(circleIn(edges)).toBeNull()
  expect(circleIn([...edges, { from: '100000', to: '0', when: null }])).toHaveLength(100_002)
})
