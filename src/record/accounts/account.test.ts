import { expect, test } from 'vitest'
import { nameOf } from './account.ts'

test.each([
  [{ name: 'Ada', address: 'ada@example.org', role: 'editor' }, 'Ada'],
  [{ name: null, address: 'ada@example.org', role: 'editor' }, 'ada@example.org'],
  [{ name: null, address: null, role: 'owner' }, 'the owner'],
] as const)('%j is called %s', (account, name) => {
  expect(nameOf(account)).toBe(name)
})
