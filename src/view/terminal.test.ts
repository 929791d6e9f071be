import { expect, test } from 'vitest'
import type { Statement } from '../reading/statement.ts'
import { terminalReading, terminalWords } from './terminal.ts'

test.each([
  ['colours', 'a\u001b[31mb', 'a\ufffd[31mb'],
  ['a right-to-left override', 'a\u202eb', 'a\ufffdb'],
  ['line ends', 'a\r\nb\tc', 'a b c'],
  ['letters of every script', 'Łódź 新疆 مرحبا', 'Łódź 新疆 مرحبا'],
])('%s from outside cannot steer a terminal', (_, words, printed) => {
  expect(terminalWords(words)).toBe(printed)
})

const TEXT = 'Ms Lee said it was “over”, and the harbour would open again before the end of the winter.'

const STATEMENT: Statement = {
  source: [[0, 6]],
  cue: [[7, 11]],
  content: [[12, 89]],
  kind: 'mixed',
  act: 'assert',
  confidence: 0.8,
  speaker: null,
  candidates: [
    { name: 'Ana Lee', mention: [0, 6] },
    { name: 'Bo Lee', mention: [0, 6] },
  ],
  addressee: null,
  occasion: null,
  chain: [],
  saidOn: null,
  figures: [],
}

test('a reading is printed in lines that a terminal holds', () => {
  const article = {
    headline: 'Harbour to open',
    byline: null,
    outlet: 'The Post',
    published: '2031-05',
    language: 'en',
    url: null,
    timeCodes: [],
    text: TEXT,
  }
  const reader = { name: 'rules', version: '1' }
  const printed = terminalReading(
    { input: 'a.txt', sha256: '', reader, article, names: [], statements: [STATEMENT] },
    60,
  )
  expect(printed).toBe(`Harbour to open
The Post · 2031-05 · en
a.txt: 1 statement, read by machine (rules 1)

  1  mixed, assert
     source    Ms Lee
     cue       said
     content   it was “over”, and the harbour would open
               again before the end of the winter.
     speaker   not known: Ana Lee or Bo Lee
`)
})
