import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptedStatement, addAccepted } from '../../test/accepted-record.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import type { Store } from '../record/store.ts'
import { chainHtml, chainText } from './chain-words.ts'
import { en } from './messages/en.ts'

let store: Store
beforeEach(async () => {
  store = await openTestRecord({ folder: null, clock: { now: () => '2026-03-01T12:00:00.000Z' } })
})
afterEach(() => store.close())

/** The outlet, with its byline behind a slash; whom it names, from it towards the speaker; the way in words. */
const CASES: readonly [outlet: string | null, hops: readonly string[], words: string][] = [
  ['The Harbour Post', [], 'reported by The Harbour Post'],
  ['The Harbour Post/Ana Ruiz', [], 'reported by The Harbour Post'],
  ['The Harbour Post/Reuters', [], 'reported by The Harbour Post, citing Reuters'],
  ['The Harbour Post/Reuters', ['Xinhua'], 'reported by The Harbour Post, citing Reuters, which cites Xinhua'],
  ['The Harbour Post/Reuters', ['Reuters'], 'reported by The Harbour Post, citing Reuters'],
  ['Reuters/Reuters', [], 'reported by Reuters'],
  ['The Harbour Post', ['AFP'], 'reported by The Harbour Post, citing AFP'],
  ['The Harbour Post', ['AFP', 'Xinhua'], 'reported by The Harbour Post, citing AFP, which cites Xinhua'],
  ['Reuters', ['reuters'], 'reported by Reuters'],
  [null, ['AFP'], 'reported by an outlet that is not known, citing AFP'],
  ['..', ['<i>'], 'reported by .., citing <i>'],
]

test.each(CASES)('%s ← %s', async (printed, hops, words) => {
  const [outlet = null, byline = null] = printed?.split('/') ?? []
  const { statementIds } = await addAccepted(store, {
    notation: '[S:Mara Lee] [C:said] [Q:it would come].',
    article: { outlet, byline },
    statement: { chain: hops.map((name) => ({ name, span: [0, 1] })) },
  })
  const placed = await acceptedStatement(store, statementIds[0] ?? '')
  expect(chainText(placed, en)).toBe(words)
  const shown = String(await chainHtml(placed, en)).replace(/<[^>]*>/g, '')
  expect(shown.replace('&lt;i&gt;', '<i>')).toBe(words)
})

test('what a person says of the way goes before what was read', async () => {
  const { statementIds } = await addAccepted(store, {
    notation: '[S:Mara Lee] [C:said] [Q:it would come].',
    article: { outlet: 'The Harbour Post', byline: 'Reuters' },
    via: ['AFP', 'Xinhua'],
  })
  const placed = await acceptedStatement(store, statementIds[0] ?? '')
  expect(chainText(placed, en)).toBe('reported by The Harbour Post, citing AFP, which cites Xinhua')
})
