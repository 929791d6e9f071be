import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textPages } from './text-pages.ts'

const SHAPES: readonly [name: string, text: string, statements: number][] = [
  ['four million characters without a space', 'x'.repeat(4_000_000), 20_000],
  ['pairs of surrogates', '𠀀'.repeat(200_000), 0],
  ['as many paragraphs as fit', 'x\n\n'.repeat(100_000).trim(), 100_000],
  ['words in one paragraph', 'word '.repeat(100_000).trim(), 10_000],
]

test.each(SHAPES)('%s: every page is small, and all pages together hold the text', (_, text, count) => {
  const starts = Array.from({ length: count }, (__, at) => Math.floor((at * text.length) / count))
  const rows = textPages(text, starts).flatMap((page) => {
    expect(page.length).toBeLessThanOrEqual(1_000)
    expect(page.flatMap(({ statements }) => statements).length).toBeLessThanOrEqual(500)
    const [first, last] = [page[0]?.span[0] ?? 0, page.at(-1)?.span[1] ?? 0]
    expect(text.slice(first, last).isWellFormed()).toBe(true)
    return page
  })
  expect(rows.map(({ span: [start, end] }) => text.slice(start, end)).join('')).toBe(text.replaceAll('\n\n', ''))
  expect(rows.flatMap(({ statements }) => statements)).toEqual([...starts.keys()])
})

test('each statement stands in the row in which it begins, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), (starts) => {
      const text = 'One two.\n\nThree four five.\n\nSix seven eight.'
      const rows = textPages(text, starts).flat()
      expect(rows.flatMap(({ statements }) => statements).toSorted((a, b) => a - b)).toEqual([...starts.keys()])
      for (const [at, { statements }] of rows.entries())
        for (const index of statements) {
          const next = rows[at + 1]?.span[0] ?? text.length
          expect(starts[index]).toBeLessThan(next)
          expect(starts[index]).toBeGreaterThanOrEqual(rows[at]?.span[0] ?? 0)
        }
    }),
  )
})

test('an article of usual length is one page', () => {
  expect(textPages('One.\n\nTwo.', [0, 6])).toEqual([
    [
      { span: [0, 4], statements: [0] },
      { span: [6, 10], statements: [1] },
    ],
  ])
})
