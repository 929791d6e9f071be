import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPlaces } from './json-places.ts'

const FILE = `{
  "a": "one, {two}: \\"three\\"",
  "list": [
    1,
    { "b": null, "b": [] },
    [[true]]
  ],
  "a": {}
}`

test.each<[path: (string | number)[], line: number | null]>([
  [[], 1],
  [['a'], 8],
  [['list'], 3],
  [['list', 0], 4],
  [['list', 1], 5],
  [['list', 1, 'b'], 5],
  [['list', 2, 0, 0], 6],
  [['list', 3], null],
  [['nothing'], null],
])('%j stands on line %s', (path, line) => {
  expect(jsonPlaces(FILE).lineOf(path)).toBe(line)
})

test('keys that are there twice are named', () => {
  expect(jsonPlaces(FILE).repeated).toEqual([
    { path: ['list', 1, 'b'], line: 5 },
    { path: ['a'], line: 8 },
  ])
})

test('every value of any JSON is found, however it is laid out', () => {
  const withPaths = (value: unknown, path: (string | number)[]): (string | number)[][] => [
    path,
    ...(Array.isArray(value)
      ? value.flatMap((item, at) => withPaths(item, [...path, at]))
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, item]) => withPaths(item, [...path, key]))
        : []),
  ]
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
      const json = JSON.stringify(value, null, indent)
      const places = jsonPlaces(json)
      expect(places.repeated).toEqual([])
      for (const path of withPaths(JSON.parse(json), [])) expect(places.lineOf(path)).toBeGreaterThan(0)
    }),
  )
})

test('a hundred thousand lists in one another are no more than a long file', () => {
  const depth = 100_000
  const places = jsonPlaces(`${'['.repeat(depth)}\n${']'.repeat(depth)}`)
  expect(places.lineOf([0, 0])).toBe(1)
})
