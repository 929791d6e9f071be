import { expect, test } from 'vitest'
import type { ConsentAct } from '../../src/record/newsletter/consent.ts'
import { agreedWords, termsOf, wordsDigest } from '../../src/record/newsletter/terms.ts'
import type { Store } from '../../src/record/store.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const ADA = 'ada@example.org'
const EVE = 'eve@example.org'
const terms = termsOf(1, 'en')
const words = terms && agreedWords(terms)

/** Somebody agrees. */
export function agreeing(store: Store, id: string, address: string): ConsentAct {
  return {
    id,
    kind: 'consent',
    subject: store.consents.subjectOf(address),
    words: { version: 1, language: 'en', words: words ?? '' },
    form: 'sign-up 1',
    topics: ['everything'],
    cadence: 'weekly',
    askedAt: '2026-03-01T11:00:00.000Z',
    way: 'confirmation-link',
    at: NOON,
  }
}

/** Somebody takes it back. */
export function leaving(store: Store, id: string, address: string): ConsentAct {
  const nothing = { words: null, form: null, topics: null, cadence: null, askedAt: null }
  return { ...agreeing(store, id, address), ...nothing, kind: 'consent-withdrawn', way: 'one-click' }
}

export function consentRules(open: OpenEmpty): void {
  test('an act is kept with the words that it is about, and the ledger tells of it', () =>
    withStore(open, async (store) => {
      const act = agreeing(store, 'a1', ADA)
      await store.consents.add(act)
      await store.consents.add(agreeing(store, 'a2', EVE))
      const gone = { ...leaving(store, 'a3', ADA), kind: 'erasure' } as const
      await store.consents.add(gone)
      const [first, last, ...more] = await store.consents.of(act.subject)
      expect(more).toEqual([])
      expect(first).toMatchObject({ ...act, wordsSha256: wordsDigest(words ?? ''), entry: { seq: 1, kind: 'consent' } })
      expect(last).toMatchObject({ ...gone, wordsSha256: null, entry: { seq: 3, kind: 'erasure' } })
      expect(first?.entry.body).toMatchObject({
        subject: act.subject,
        words: first?.wordsSha256,
        topics: ['everything'],
      })
    }))

  test('the same act again, as after a crash, changes nothing', () =>
    withStore(open, async (store) => {
      for (let times = 0; times < 3; times += 1) await store.consents.add(agreeing(store, 'a1', ADA))
      expect(await store.consents.of(store.consents.subjectOf(ADA))).toHaveLength(1)
      expect(await store.evidence.ledger(0)).toHaveLength(1)
    }))

  test('no address stands in the ledger, and all of it can be checked', () =>
    withStore(open, async (store) => {
      await store.consents.add(agreeing(store, 'a1', ADA))
      await store.consents.add(leaving(store, 'a2', ADA))
      const entries = await store.evidence.ledger(0)
      expect(JSON.stringify(entries)).not.toContain('example.org')
      for (const entry of entries) expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
      expect(await store.evidence.unledgered()).toEqual([])
    }))

  test('each address has a subject and a key of its own', () =>
    withStore(open, async (store) => {
      const { consents } = store
      expect(consents.subjectOf(ADA)).toBe(consents.subjectOf(ADA))
      expect(consents.subjectOf(ADA)).not.toBe(consents.subjectOf(EVE))
      expect(consents.subjectKeyOf(ADA)).not.toBe(consents.subjectKeyOf(EVE))
    }))
}
