import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BEGINNING, entryAfter, hashOf, type Json, type LedgerEntry, ledgerFaults, linkOf } from './ledger.ts'

const DAY = (day: number) => `2022-03-${String(day).padStart(2, '0')}T09:30:00.000Z`

/** A ledger of entries recorded on these days of March 2022. */
function ledgerOn(...days: readonly number[]): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const day of days)
    entries.push(
      entryAfter(entries.at(-1) ?? null, { at: DAY(day), kind: 'capture', body: { day, text: 'é', list: [] } }),
    )
  return entries
}

/** The faults of a ledger in order, as `2:altered`. */
function faultsOf(entries: readonly LedgerEntry[]): string {
  return entries
    .flatMap((entry, at) => ledgerFaults(entries[at - 1] ?? null, entry))
    .map(({ seq, code }) => `${seq}:${code}`)
    .join(' ')
}

const with2 = (change: Partial<LedgerEntry>) =>
  ledgerOn(1, 2, 3).map((entry) => (entry.seq === 2 ? { ...entry, ...change } : entry))

const CASES: readonly [name: string, entries: readonly LedgerEntry[], faults: string][] = [
  ['an empty ledger', [], ''],
  ['a whole one', ledgerOn(1, 2, 2, 3), ''],
  ['another body', with2({ body: { day: 3 } }), '2:altered'],
  ['another time', with2({ at: DAY(3) }), '2:altered'],
  ['another kind', with2({ kind: 'removal' }), '2:altered'],
  ['another hash', with2({ hash: BEGINNING }), '2:altered 3:unlinked'],
  ['another link', with2({ previous: BEGINNING }), '2:altered 2:unlinked'],
  ['an entry taken out', ledgerOn(1, 2, 3).filter(({ seq }) => seq !== 2), '3:missing'],
  ['the first one taken out', ledgerOn(1, 2).slice(1), '2:missing'],
  ['one made over, with its hash', [...ledgerOn(1), ...ledgerOn(4, 5).slice(1)], '2:unlinked'],
  ['a clock set back', ledgerOn(3, 2), '2:clock-set-back'],
]

test.each(CASES)('%s', (_, entries, faults) => {
  expect(faultsOf(entries)).toBe(faults)
})

test('the hash is that of the canonical form, which anybody can compute', () => {
  // printf '%s' '{"a":1,"b":"é"}' | sha256sum, and with what that prints for D:
  // printf '%s' '{"at":"…","body":"D","kind":"capture","previous":"000…","seq":1}' | sha256sum
  const entry = entryAfter(null, { at: DAY(8), kind: 'capture', body: { b: 'é', a: 1 } })
  expect(entry.hash).toBe('2fe90048299e30acb7d4c22336bfdabe1828f9cf63df9082b0c7faf3b0e9825f')
})

test('whoever sees only the digest of what an entry says can follow the chain', () => {
  const [first, second] = ledgerOn(1, 2) as [LedgerEntry, LedgerEntry]
  expect(hashOf(linkOf(first))).toBe(second.previous)
  expect(JSON.stringify(linkOf(first))).not.toContain('é')
})

test('the order of keys does not matter, any other difference does', () => {
  const value = fc.jsonValue() as fc.Arbitrary<Json>
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), value), (body) => {
      const reversed = Object.fromEntries(Object.entries(body).reverse())
      const entry = { at: DAY(1), kind: 'capture' }
      expect(entryAfter(null, { ...entry, body: reversed }).hash).toBe(entryAfter(null, { ...entry, body }).hash)
      expect(entryAfter(null, { ...entry, body: { ...body, 'another key': 1 } }).hash).not.toBe(
        entryAfter(null, { ...entry, body }).hash,
      )
    }),
  )
})
