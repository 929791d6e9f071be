import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth, wrapped } from './text-width.ts'

test.each([
  ['', ''],
  ['a day', 'a day'],
  ['10 December 2021: given a date', '10 December|2021: given a|date'],
  ['one two three four five six seven eight', 'one two three|four five six|seven eight'],
  ['one two three four five six seven eight nine ten', 'one two three|four five six|seven eight…'],
  ['联合国人权事务高级专员', '联合国人权事|务高级专员'],
])('%s', (text, lines) => {
  expect(wrapped(text, { size: 14, width: 100, most: 3 }).join('|')).toBe(lines)
})

test('no line is wider than it may be, and none is lost before the last', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 40 }))
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 400 }), fc.integer({ min: 1, max: 5 }), (words, width, most) => {
      const lines = wrapped(words, { size: 14, width, most })
      expect(lines.length).toBeLessThanOrEqual(most)
      for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width)
      const isCut = lines.at(-1)?.endsWith('…') === true
      const shown = lines.join('').replace(/…$/, '').replaceAll(/\s/g, '')
      const whole = words.replaceAll(/\s/g, '')
      expect(isCut ? whole.startsWith(shown) : whole === shown || words.includes('…')).toBe(true)
    }),
  )
})
