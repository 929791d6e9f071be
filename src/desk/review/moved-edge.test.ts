import { expect, test } from 'vitest'
import { wordsOf } from '../../text/span.ts'
import { movedEdge } from './moved-edge.ts'

const CASES = [
  ['She said it was over.', 'it was', 'end', 1, 'it was over'],
  ['She said it was over.', 'it was', 'end', -1, 'it'],
  ['She said it was over.', 'it was', 'start', 1, 'said it was'],
  ['She said it was over.', 'it was', 'start', -1, 'was'],
  ['She said it was over.', 'She', 'end', -1, 'She'],
  ['She said it was over.', 'She', 'start', 1, 'She'],
  ['قالت إن الأمر انتهى.', 'إن', 'end', 1, 'إن الأمر'],
] as const

test.each(CASES)('in "%s", "%s" with its %s moved by %i is "%s"', (text, words, edge, by, moved) => {
  const at = text.indexOf(words)
  const before = { source: [], cue: [], content: [[at, at + words.length]] } as const
  const [span = [0, 1]] = movedEdge(text, before, { part: 'content', edge, by }).content
  expect(wordsOf(text, span as readonly [number, number])).toBe(moved)
})
