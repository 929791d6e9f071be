import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inputLines } from './input-lines.ts'

async function linesOf(chunks: readonly string[], limit = 100): Promise<readonly (string | null)[]> {
  const lines = await Array.fromAsync(inputLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), limit))
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1))
  return lines.map(({ bytes }) => bytes?.toString() ?? null)
}

test.each([
  ['nothing', [], []],
  ['one line without its end', ['a'], ['a']],
  ['lines over chunks', ['a\nb', 'c\n', 'd'], ['a', 'bc', 'd']],
  ['an empty line', ['a\n\nb\n'], ['a', '', 'b']],
  ['a line that is too long, and the one after it', ['aaaaa', 'aaaaaa\nb\n'], [null, 'b']],
])('%s', async (_, chunks, lines) => {
  expect(await linesOf(chunks, 10)).toEqual(lines)
})

test('however the bytes are cut into chunks, the lines are the same', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.stringMatching(/^[ab\n]{1,6}$/), { minLength: 1 }), async (chunks) => {
      const whole = chunks.join('')
      expect(await linesOf(chunks, 1000)).toEqual(whole.replace(/\n$/, '').split('\n'))
    }),
  ))
