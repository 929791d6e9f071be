import { expect, test } from 'vitest'
import { assertClean } from './clean.ts'

const CLEAN: readonly unknown[] = ['', 'a\u0001\u{1f642}', null, 0, true, [], { a: [{ b: 'c' }] }, new Uint8Array([0])]

const UNCLEAN: readonly [value: unknown, sentence: string][] = [
  [{ a: { b: ['c', 'd\0'] } }, 'a.b.1 holds a NUL character'],
  [{ a: '\ud800' }, 'a holds half of a surrogate pair'],
  [{ a: [1, Number.NaN] }, 'a.1 is not a finite number'],
  [{ a: Number.POSITIVE_INFINITY }, 'a is not a finite number'],
]

test.each(CLEAN)('%j is clean', (value) => {
  expect(() => assertClean(value)).not.toThrow()
})

test.each(UNCLEAN)('%j is refused', (value, sentence) => {
  expect(() => assertClean(value)).toThrow(sentence)
})
