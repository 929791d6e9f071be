import { expect, test } from 'vitest'
import { isRole } from './role.ts'

test.each([
  ['owner', true],
  ['editor', true],
  ['reviewer', true],
  ['Owner', false],
  ['toString', false],
  ['', false],
])('%j is a role: %s', (word, expected) => {
  expect(isRole(word)).toBe(expected)
})
