import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { ExpectedError } from '../record/expected-error.ts'
import type { Reader, TextOutcome } from '../record/reader.ts'
import { readLines } from './read-lines.ts'

const READING = { reader: { name: 'small', version: '1' }, statements: [], names: [] }

/** Answers what a text stands for: `slow` last, `kill` and `model` with what went wrong. */
function reader(seen: string[] = []): Reader {
  const outcomes: Readonly<Record<string, TextOutcome>> = {
    kill: { ok: false, fault: { code: 'crashed', sentence: 'it broke' } },
    model: { ok: false, fault: { code: 'no-model', sentence: 'the model is damaged' } },
  }
  let [held, most] = [0, 0]
  return {
    read: () => Promise.reject(new Error('not asked')),
    async readText({ text }) {
      held += 1
      most = Math.max(most, held)
      for (let turn = 0; turn < (text === 'slow' ? 50 : 1); turn += 1) await null
      held -= 1
      seen.push(`${text} ${most}`)
      return outcomes[text] ?? { ok: true, reading: READING }
    },
    close: () => Promise.resolve(),
  }
}

/** What is printed for these texts, sentences behind `!`. */
async function printed(texts: readonly string[], open = reader()) {
  const lines: string[] = []
  const stream = Readable.from(texts.map((text, id) => Buffer.from(`${JSON.stringify({ id, text })}\n`)))
  const out = (line: string) => Promise.resolve(void lines.push(line))
  const failed = await readLines(stream, { reader: open, atOnce: 2, out, fault: (one) => lines.push(`!${one}`) })
  return { lines, failed }
}

test('lines are read side by side, no more than allowed, and come out in order', async () => {
  const seen: string[] = []
  const { lines } = await printed(['slow', 'b', 'c', 'd'], reader(seen))
  expect(lines.map((line) => JSON.parse(line).id)).toEqual([0, 1, 2, 3])
  expect(seen[0]).toBe('b 2')
  expect(Math.max(...seen.map((one) => Number(one.split(' ')[1])))).toBe(2)
})

test('a line whose process was killed gets its sentence in its place', async () => {
  expect(await printed(['a', 'kill', 'c'])).toEqual({
    lines: ['{"id":0,"statements":[]}', '!line 2: it broke', '{"id":2,"statements":[]}'],
    failed: 1,
  })
})

test('a model that cannot be used is told once', async () => {
  await expect(printed(['model', 'model', 'model'])).rejects.toThrow(new ExpectedError('the model is damaged'))
})
