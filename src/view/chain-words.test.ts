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

/** The outlet; whom it names, from the outlet towards the speaker; the way in words. */
const CASES: readonly [outlet: string | null, hops: readonly string[], words: string][] = [
  ['The Harbour Post', [], 'reported by The Harbour Post'],
  ['The Harbour Post', ['AFP'], 'reported by The Harbour Post, citing AFP'],
  ['The Harbour Post', ['AFP', 'Xinhua'], 'reported by The Harbour Post, citing AFP, which cites Xinhua'],
  ['Reuters', ['reuters'], 'reported by Reuters'],
  [null, ['AFP'], 'reported by an outlet that is not known, citing AFP'],
  ['..', ['<i>'], 'reported by .., citing <i>'],
]

test.each(CASES)('%s ← %s', async (outlet, hops, words) => {
  const { statementIds } = await addAccepted(store, {
    notation: '[S:Mara Lee] [C:said] [Q:it would come].',
    article: { outlet },
    statement: { chain: hops.map((name) => ({ name, span: [0, 1] })) },
  })
  const placed = await acceptedStatement(store, statementIds[0] ?? '')
  expect(chainText(placed, en)).toBe(words)
  const shown = String(await chainHtml(placed, en)).replace(/<[^>]*>/g, '')
  expect(shown.replace('&lt;i&gt;', '<i>')).toBe(words)
})
