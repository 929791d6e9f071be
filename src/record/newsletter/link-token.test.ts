import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordKeyOf } from '../keyed-digest.ts'
import { LINK_LIFE_MS, type LinkGrant, type LinkScope, linkTokens } from './link-token.ts'

const NOW = '2026-11-24T12:00:00.000Z'
const tokens = linkTokens(recordKeyOf(Buffer.alloc(32, 1)))
const others = linkTokens(recordKeyOf(Buffer.alloc(32, 2)))

const GRANTS: readonly LinkGrant[] = [
  { scope: 'confirm', signUp: '01SIGNUP' },
  { scope: 'preferences', subscriber: '01READER' },
  { scope: 'leave', subscriber: '01READER', topic: 'everything' },
  { scope: 'one-click', subscriber: '01READER', topic: 'dossier:visit.2022-05' },
]
const SCOPES = Object.keys(LINK_LIFE_MS) as readonly LinkScope[]
const after = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString()

test.each(GRANTS)('a token of %j grants that, for its scope alone, while it holds, under our key', (grant) => {
  const token = tokens.of(grant, NOW)
  expect(token).toMatch(/^[\w.:~-]{30,300}$/u)
  for (const scope of SCOPES) expect(tokens.read(token, scope, NOW)).toEqual(scope === grant.scope ? grant : null)
  expect(tokens.read(token, grant.scope, after(LINK_LIFE_MS[grant.scope] - 1000))).toEqual(grant)
  expect(tokens.read(token, grant.scope, after(LINK_LIFE_MS[grant.scope] + 1000))).toBeNull()
  expect(others.read(token, grant.scope, NOW)).toBeNull()
})

test('a token with one character changed, added or left out grants nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...GRANTS),
      fc.nat(200),
      fc.constantFrom('', 'x', 'xy', '~', 'A', '0', ':'),
      fc.nat(1),
      (grant, place, put, cut) => {
        const token = tokens.of(grant, NOW)
        const at = place % (token.length + 1)
        const other = token.slice(0, at) + put + token.slice(at + cut)
        fc.pre(other !== token)
        for (const scope of SCOPES) expect(tokens.read(other, scope, NOW)).toBeNull()
      },
    ),
  )
})

test('what is no token grants nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      for (const scope of SCOPES) expect(tokens.read(words, scope, NOW)).toBeNull()
    }),
  )
})
