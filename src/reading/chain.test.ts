import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedText } from '../../test/marked-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { chainsOf } from './chain.ts'
import { outletsIn } from './outlets.ts'

/** The chain of each statement, in the order of the text. */
const CASES: readonly [marked: string, ...chains: (readonly string[])[]][] = [
  ['[S:Ana Lee] [C:told] Reuters [Q:that it was over].', ['Reuters']],
  ['[S:Ana Lee] [C:told] the Daily Post [Q:that it was over].', ['Daily Post']],
  ['[S:Ana Lee] [C:told] The Daily Post [Q:that it was over].', ['The Daily Post']],
  ['[S:Ana Lee] [C:told] the state news agency Brevane [Q:that it was over].', ['Brevane']],
  ['[S:Ana Lee] [C:told] MSNBC’s “Early Hour” [Q:that it was over].', ['MSNBC']],
  ['[S:Ana Lee] [C:said] in an interview with CNN [Q:that it was over].', ['CNN']],
  ['In an interview with the Ellen Gazette, [S:Ana Lee] [C:said] [Q:it was over].', ['Ellen Gazette']],
  ['In a Bloomberg interview [S:Ana Lee] [C:declared] [Q:“It is over.”]', ['Bloomberg']],
  ['[Q:“It is over,”] [S:Ana Lee] [C:said] on Fox News.', ['Fox News']],
  ['[S:Ana Lee] [C:wrote] in The Economist [Q:that it was over].', ['The Economist']],
  ['[S:Omar Park of the Ellen Herald] [C:wrote] [Q:that it was over].', ['Ellen Herald']],
  ['[C1:According to] [S1:Reuters], [Q1:[S2:Ana Lee] [C2:said] [Q2:it was over]].', [], ['Reuters']],
  [
    '[C1:According to] [S1:Reuters], [Q1:[S2:Ana Lee] [C2:told] the Ellen Gazette [Q2:it was over]].',
    [],
    ['Reuters', 'Ellen Gazette'],
  ],
  ['[S1:The Ellen Post] [C1:reported] that [Q1:[S2:Ana Lee] [C2:said] [Q2:it was over]].', [], ['The Ellen Post']],
  ['[S1:A local newspaper] [C1:indicated] that [Q1:[S2:she] [C2:said] [Q2:so]].', [], ['A local newspaper']],
  ['[S1:The Ellen Post] [C1:reported] [Q1:[Q2:it was over]], [C2:citing] [S2:two officials].', [], ['The Ellen Post']],
  ['[S:Ana Lee] [C:told] the Ellen-Mail [Q:that it was over].', ['Ellen-Mail']],
  // An outlet may cite another.
  ['[C1:According to] [S1:Reuters], [Q1:[S2:the Ellen Post] [C2:said] [Q2:it was over]].', [], ['Reuters']],
  // By the end of its name, once it has been named.
  ['The Ellen Courier is old. [S:Ana Lee] [C:told] the Courier [Q:that it was over].', ['Courier']],
  ['[S:Ana Lee] [C:told] the Courier [Q:that it was over].', []],
  // What somebody tells of another came through them.
  ['[S1:Ana Lee] [C1:said] that [Q1:[S2:her brother] [C2:had said] [Q2:it was over]].', [], ['Ana Lee']],
  ['[S1:She] [C1:said] that [Q1:[S2:her brother] [C2:had said] [Q2:it was over]].', [], []],
  // An outlet that is the source speaks for itself.
  ['[S:The Ellen Post] [C:reported] [Q:that it was over].', []],
  ['[C:According to] [S:Reuters], [Q:it was over].', []],
  // An interview goes on, until somebody else speaks on.
  [
    '[S1:Ana Lee] [C1:told] Reuters [Q1:it was over]. [Q2:“We are done,”] [S2:she] [C2:added]. [Q3:“All of us,”] [S3:Lee] [C3:said].',
    ['Reuters'],
    ['Reuters'],
    ['Reuters'],
  ],
  [
    '[S1:Ana Lee] [C1:told] Reuters [Q1:it was over]. [S2:Omar Park] [C2:said] [Q2:not]. [S3:He] [C3:added] [Q3:that he knew].',
    ['Reuters'],
    [],
    [],
  ],
  // Nobody that is an outlet.
  ['[S:Ana Lee] [C:told] reporters [Q:that it was over].', []],
  ['[S:Ana Lee] [C:told] Omar Park [Q:that it was over].', []],
  ['[S:Ana Lee] [C:said] in an interview [Q:that it was over].', []],
  ['[S:Ana Lee] [C:said] [Q:that Reuters was wrong].', []],
  ['[S:Ana Lee, a writer for Reuters,] [C:said] [Q:that it was over].', []],
  // The agency in the dateline wrote the article; only who speaks to it by name has it as a hop.
  ['PORT ELLEN (Brevane) — [S:Ana Lee] [C:said] [Q:it was over].', []],
  ['PORT ELLEN (Brevane) — Rain fell. [S:Ana Lee] [C:told] Brevane [Q:it was over].', ['Brevane']],
]

function chainsIn(marked: string): readonly (readonly string[])[] {
  const { text, statements } = markedText(marked)
  const drafts = statements.map((statement) => ({ ...statement, confidence: 1 }))
  const chains = chainsOf(text, drafts, { outlets: outletsIn(text, null), sentences: sentencesOf(text), speakers: [] })
  for (const { name, span } of chains.flat()) expect(text.slice(...span)).toBe(name)
  return chains.map((chain) => chain.map(({ name }) => name))
}

test.each(CASES)('%s', (marked, ...chains) => {
  expect(chainsIn(marked)).toEqual(chains)
})

test('whatever the text: outlets in order, none in another', () => {
  const piece = fc.constantFrom(
    'The ',
    'Ellen ',
    'Post',
    'told the ',
    'Reuters',
    ' ',
    '(',
    ') —',
    'agency ',
    'O’',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        let last = 0
        for (const { name, span } of outletsIn(text, null)) {
          expect(span[0]).toBeGreaterThanOrEqual(last)
          expect(text.slice(...span)).toBe(name)
          last = span[1]
        }
      },
    ),
    { numRuns: 1000 },
  )
})
