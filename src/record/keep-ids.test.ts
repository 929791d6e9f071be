import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Statement } from '../reading/statement.ts'
import type { Span } from '../text/span.ts'
import { type EarlierStatement, keepIds } from './keep-ids.ts'

const spans = (letter: string, row: string): readonly Span[] =>
  [...row.matchAll(new RegExp(`${letter}+`, 'gu'))].map(({ 0: run, index }) => [index, index + run.length])

/** A statement drawn over the text: `c` for each letter of its cue, `Q` for each of its content. */
function drawn(row: string): Statement {
  return {
    source: [],
    cue: spans('c', row),
    content: spans('Q', row),
    kind: 'direct',
    act: null,
    confidence: 1,
    speaker: null,
    candidates: [],
    addressee: null,
    occasion: null,
    chain: [],
    saidOn: null,
    figures: [],
  }
}

/** Earlier statements are called a, b, … in order; `-` before a row: no longer read. */
function earlierOf(rows: readonly string[]): readonly EarlierStatement[] {
  return rows.map((row, at) => ({
    id: String.fromCharCode(97 + at),
    stillRead: !row.startsWith('-'),
    statement: drawn(row.replace(/^-/u, '')),
  }))
}

const CASES: readonly [name: string, earlier: readonly string[], later: readonly string[], kept: string][] = [
  ['the same again', ['QQQ cc'], ['QQQ cc'], 'a'],
  ['nothing before', [], ['QQQ cc'], '.'],
  ['nothing after', ['QQQ cc'], [], ''],
  ['a wider content', ['.QQ. cc'], ['QQQQ cc'], 'a'],
  ['a wider cue', ['QQQ .c.'], ['QQQ ccc'], 'a'],
  ['another cue', ['QQQ cc....'], ['QQQ ....cc'], '.'],
  ['another content of the same cue', ['QQQ cc ...'], ['... cc QQQ'], '.'],
  ['a cue where there was none', ['QQQ ..'], ['QQQ cc'], 'a'],
  ['no cue where there was one', ['QQQ cc'], ['QQQ ..'], 'a'],
  ['content in two pieces', ['QQ cc QQ'], ['QQ cc ..'], 'a'],
  ['contents that only touch', ['QQ...cc'], ['..QQ.cc'], '.'],
  ['one that was split keeps its id in the larger part', ['QQQQQQ cc'], ['QQ.... cc', '..QQQQ cc'], '.a'],
  ['two that were joined keep the larger one', ['QQ.... cc', '..QQQQ cc'], ['QQQQQQ cc'], 'b'],
  ['the best pair first, whatever the order', ['QQQ... cc', '.QQQQ. cc'], ['.QQQQ. cc', 'QQQ... cc'], 'ba'],
  ['among equals one that is still read', ['-QQQ cc', 'QQQ cc'], ['QQQ cc'], 'b'],
  ['one no longer read is found again', ['-QQQ cc'], ['QQQ cc'], 'a'],
  ['among equals the older id, the earlier place', ['QQQ cc', 'QQQ cc'], ['QQQ cc', 'QQQ cc'], 'ab'],
  ['one id is kept once', ['QQQ cc'], ['QQQ cc', 'QQQ cc'], 'a.'],
]

test.each(CASES)('%s', (_, earlier, later, kept) => {
  const ids = keepIds(earlierOf(earlier), later.map(drawn))
  expect(ids.map((id) => id ?? '.').join('')).toBe(kept)
})

const row = fc.array(fc.constantFrom('Q', 'c', '.'), { minLength: 3, maxLength: 12 }).map((letters) => letters.join(''))
const rows = fc.array(
  row.filter((letters) => letters.includes('Q')),
  { maxLength: 6 },
)

test('ids are kept one to one, and the order of the earlier ones does not matter', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const earlier = earlierOf(before)
      const later = after.map(drawn)
      const kept = keepIds(earlier, later)
      const ids = kept.filter((id) => id !== null)
      expect(new Set(ids).size).toBe(ids.length)
      expect(keepIds(earlier.toReversed(), later)).toEqual(kept)
    }),
  )
})

test('a reading that finds the same statements keeps every id', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        row.filter((letters) => letters.includes('Q')),
        { maxLength: 6 },
      ),
      (drawings) => {
        const kept = keepIds(earlierOf(drawings), drawings.map(drawn))
        expect(kept).not.toContain(null)
        expect(kept).toEqual(earlierOf(drawings).map(({ id }) => id))
      },
    ),
  )
})

test('no pair is missed by looking at neighbours only: what overlaps in content and cue is kept while ids are left', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const later = after.map(drawn)
      const kept = keepIds(earlierOf(before), later)
      for (const { id, statement } of earlierOf(before))
        for (const [place, other] of later.entries()) {
          const alike = keepIds([{ id, statement, stillRead: true }], [other])[0] === id
          if (alike && !kept.includes(id)) expect(kept[place]).not.toBeNull()
        }
    }),
  )
})

test('twenty thousand statements are compared with their neighbours only', () => {
  const many = Array.from({ length: 20_000 }, (_, n): Statement => {
    return { ...drawn('Q'), content: [[10 * n, 10 * n + 5]], cue: [[10 * n + 6, 10 * n + 9]] }
  })
  const earlier = many.map((statement, n) => ({ id: String(n), statement, stillRead: true }))
  expect(keepIds(earlier, many)).toEqual(earlier.map(({ id }) => id))
})
