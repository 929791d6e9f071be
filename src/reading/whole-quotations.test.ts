import { expect, test } from 'vitest'
import { quotationsOf } from '../text/quotation-marks.ts'
import { wordsOf } from '../text/span.ts'
import { wholeQuotations } from './whole-quotations.ts'

const TEXT = '“One.\n\n“Two.\n\n“Three,” said Ana Lee. “Four.”'

/** The contents of drafts that hold `given`, once quotations are whole. */
function contents(...given: readonly string[]): readonly (readonly string[])[] {
  const drafts = given.map((words) => {
    const start = TEXT.indexOf(words)
    return { source: [], cue: [], content: [[start, start + words.length]] as const, confidence: 1 }
  })
  const whole = wholeQuotations(drafts, quotationsOf(TEXT))
  return whole.map(({ content }) => content.map((span) => wordsOf(TEXT, span)))
}

test.each([
  ['the other paragraphs are added, in order', ['“Three,”'], [['“One.', '“Two.', '“Three,”']]],
  ['what another statement holds is left to it', ['“One.', '“Three,”'], [['“One.', '“Two.'], ['“Three,”']]],
  ['a quotation of one paragraph stays', ['“Four.”'], [['“Four.”']]],
])('%s', (_, given, expected) => {
  expect(contents(...given)).toEqual(expected)
})
