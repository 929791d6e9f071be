import { expect, test } from 'vitest'
import { type LedgerEntry, ledgerFaults } from '../../src/record/ledger.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf } from '../marked-coverage.ts'
import { NOON, type OpenEmpty, withStore } from './open-empty.ts'

const LEE = '[S:Mara Lee] [C:said]: [Q:“It is over.”]'
const ROSS = '[S:Tom Ross] [C:said]: [Q:“It is not.”]'

async function whole(store: Store): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (let more = await store.evidence.ledger(0); more.length > 0; more = await store.evidence.ledger(entries.length))
    entries.push(...more)
  return entries
}

const kindsOf = (entries: readonly LedgerEntry[]) => entries.map(({ kind }) => kind).join(' ')

export function ledgerRules(open: OpenEmpty): void {
  test('what is added is in the ledger, in one chain', () =>
    withStore(open, async (store) => {
      expect(await store.evidence.ledger(0)).toEqual([])
      const coverage = coverageOf(LEE)
      const { articleId } = await store.addCoverage(coverage)
      await store.addCoverage(coverageOf(ROSS))
      const entries = await whole(store)
      expect(kindsOf(entries)).toBe('archive-file capture text reading capture text reading')
      expect(entries.flatMap((entry, at) => ledgerFaults(entries[at - 1] ?? null, entry))).toEqual([])
      for (const entry of entries) expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
      expect(entries[1]).toMatchObject({
        seq: 2,
        at: NOON,
        body: { blob: coverage.sha256, size: coverage.bytes.length },
      })
      expect(entries[2]).toMatchObject({ body: { article: articleId, blob: coverage.sha256 } })
    }))

  test('the same bytes again add nothing, at an address a capture', () =>
    withStore(open, async (store) => {
      await store.addCoverage(coverageOf(LEE))
      await store.addCoverage(coverageOf(LEE))
      await store.addCoverage(coverageOf(LEE, { url: 'https://example.org/a' }))
      expect(kindsOf(await whole(store))).toBe('archive-file capture text reading capture')
    }))

  test('a refused coverage leaves no entry', () =>
    withStore(open, async (store) => {
      await expect(store.addCoverage({ ...coverageOf(LEE), sha256: '0'.repeat(64) })).rejects.toThrow('SHA-256')
      expect(await store.evidence.ledger(0)).toEqual([])
    }))

  test('additions at the same time make one chain', () =>
    withStore(open, async (store) => {
      const texts = Array.from({ length: 8 }, (_, n) => coverageOf(`Item ${n}.\n\n${LEE}`))
      await Promise.all(texts.map((coverage) => store.addCoverage(coverage)))
      const entries = await whole(store)
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1))
      expect(entries.flatMap((entry, at) => ledgerFaults(entries[at - 1] ?? null, entry))).toEqual([])
    }))
}
