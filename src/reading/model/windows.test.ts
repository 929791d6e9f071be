import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Window, type WindowSettings, windowsOver } from './windows.ts'
import { GAP } from './word-features.ts'

const SETTINGS: WindowSettings = { limit: 8, overlap: 2 }
const GAPS: Readonly<Record<string, number>> = { '': GAP.space, '.': GAP.sentence, '¶': GAP.paragraph }

/** One digit a word, its number of pieces; `.` before it starts a sentence, `¶` a paragraph. */
function windows(notation: string): readonly Window[] {
  const words = [...notation.matchAll(/([.¶]?)(\d)/g)]
  const offsets = Int32Array.from({ length: words.length + 1 }, (_, at) =>
    words.slice(0, at).reduce((sum, [, , size]) => sum + Number(size), 0),
  )
  const gaps = Uint8Array.from(words, ([, before = '']) => GAPS[before] ?? GAP.none)
  return [...windowsOver({ offsets, gaps }, SETTINGS)]
}

/** Each window as `start-end`, in brackets the words that are its own. */
test.each([
  ['no words', '', ''],
  ['a short text is one window', '1111', '0-4 (0-4)'],
  ['windows overlap, and the overlap is shared out', '111111111111', '0-8 (0-6), 4-12 (6-12)'],
  ['a window ends where a sentence does', '111111.1111111', '0-6 (0-4), 2-10 (4-8), 6-13 (8-13)'],
  ['a window that ends with a paragraph owns it', '11111¶1111111', '0-5 (0-5), 5-12 (5-12)'],
  ['the next sees the sentence before it', '1111.11¶1111111', '0-6 (0-6), 4-12 (6-10), 8-13 (10-13)'],
  ['a word as long as a window', '1811', '0-1 (0-1), 1-2 (1-2), 2-4 (2-4)'],
])('%s', (_, notation, expected) => {
  const shown = windows(notation).map(({ start, end, ownStart, ownEnd }) => `${start}-${end} (${ownStart}-${ownEnd})`)
  expect(shown.join(', ')).toBe(expected)
})

test('every word is one window’s own, inside of it, and no window is too long', () => {
  const notation = fc.array(fc.stringMatching(/^[.¶]?[1-8]$/), { maxLength: 60 }).map((words) => words.join(''))
  fc.assert(
    fc.property(notation, (words) => {
      const sizes = [...words.matchAll(/\d/g)].map(([size]) => Number(size))
      let own = 0
      for (const { start, end, ownStart, ownEnd } of windows(words)) {
        expect(ownStart).toBe(own)
        expect(start <= ownStart && ownEnd <= end && start < end).toBe(true)
        expect(sizes.slice(start, end).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SETTINGS.limit)
        own = ownEnd
      }
      expect(own).toBe(sizes.length)
    }),
  )
})
