import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { markedText, shown } from '../../test/marked-text.ts'
import { namesIn } from '../text/names.ts'
import { withInner } from './inner-statements.ts'

/** The first statement is given, those inside it are to be found; outermost first. */
const CASES: readonly [name: string, marked: string][] = [
  ['an outlet tells of somebody', '[C1:According to] [S1:Reuters], [Q1:[S2:Ana Lee] [C2:said] [Q2:it was over]].'],
  [
    'an office and its name',
    '[C1:According to] [S1:Reuters], [Q1:[S2:the minister, Ana Lee,] [C2:said] [Q2:it was over]].',
  ],
  ['a name and its office', '[S1:He] [C1:said] [Q1:that [S2:Ana Lee, the minister,] [C2:said] [Q2:it was over]].'],
  ['a name in another script', '[S1:He] [C1:said] [Q1:[S2:Wang Yi 王毅] [C2:had said] [Q2:that it was over]].'],
  ['a pronoun', '[S1:The Post] [C1:reported] that [Q1:[S2:she] [C2:had said] [Q2:it was true]].'],
  ['officials', '[S1:The Post] [C1:reported] that [Q1:[S2:two officials] [C2:said] [Q2:it was over]].'],
  ['a phrase', '[S1:He] [C1:said] [Q1:[S2:Ellen’s ambassador to the bay] [C2:warned] [Q2:it was over]].'],
  ['told somebody', '[S1:He] [C1:said] [Q1:[S2:Ana Lee] [C2:had told] the board [Q2:that it was over]].'],
  ['told a name', '[S1:He] [C1:said] [Q1:[S2:Ana Lee] [C2:told] Tom Park [Q2:it was over]].'],
  ['told others', '[S1:He] [C1:said] [Q1:[S2:Ana Lee] [C2:told] Party leaders [Q2:that it was over]].'],
  ['whom she asked belongs to it', '[S1:He] [C1:said] [Q1:[S2:Ana Lee] [C2:asked] [Q2:the board to resign]].'],
  ['told in some way', '[S1:He] [C1:said] [Q1:[S2:Ana Lee] [C2:had assured] him by telephone [Q2:that it was over]].'],
  ['a promise', '[S1:He] [C1:said] [Q1:[S2:the mayor] [C2:promised] [Q2:to resign]].'],
  ['to whom it was said', '[S1:He] [C1:said] [Q1:[S2:Lee] [C2:had admitted] to investigators [Q2:that she paid]].'],
  ['as saying', '[S1:Reuters] [C1:quoted] [Q1:[S2:Ana Lee] [C2:as saying] [Q2:that it was over]].'],
  ['a quotation', '[S1:Reuters] [C1:reported] that [Q1:[S2:Ana Lee] [C2:said], [Q2:“It is over”]].'],
  [
    'three deep',
    '[S1:She] [C1:said] that [Q1:[S2:her brother] [C2:told] her [Q2:[S3:the mayor] [C3:vowed] [Q3:to go]]].',
  ],
  ['nobody says it', '[S:She] [C:said] [Q:the dam had failed].'],
  ['a thing says nothing', '[S:She] [C:said] [Q:the dam said it all].'],
  ['what somebody said is no statement', '[S:She] [C:said] [Q:nothing the minister said would help].'],
  ['a clause before it', '[S:She] [C:said] [Q:that if the mayor said no, it was over].'],
  ['said to be', '[S:She] [C:said] [Q:Lee was said to be ill].'],
  ['the verb alone', '[S:She] [C:said] [Q:that is what Lee said].'],
]

test.each(CASES)('%s', (_, marked) => {
  const { text, statements } = markedText(marked)
  // A case marks no "that" in front of the inner source: content and source begin apart.
  const [outer] = statements
  const found = withInner(text, outer === undefined ? [] : [{ ...outer, confidence: 1 }], namesIn(text))
  expect(shown(text, found)).toEqual(shown(text, statements))
})

test('what is deeper is less sure', () => {
  const text = 'He said Ana Lee said Tom Park said it was over.'
  const outer = { source: [[0, 2]], cue: [[3, 7]], content: [[8, 46]], confidence: 1 } as const
  const [, second, third] = withInner(text, [outer], namesIn(text)).map(({ confidence }) => confidence)
  expect(second).toBeLessThan(1)
  expect(third).toBeLessThan(second ?? 0)
})

test('whatever the words: spans in order and inside the content', () => {
  const piece = fc.constantFrom(
    'that ',
    'Ana Lee ',
    'the minister',
    ', ',
    'said ',
    'told ',
    'her ',
    'to go',
    '“',
    '\n',
    ' ',
  )
  const words = fc.oneof(
    anyText(60),
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(words, (text) => {
      if (text.length === 0) return
      const outer = { source: [], cue: [], content: [[0, text.length]], confidence: 1 } as const
      for (const { source, cue, content } of withInner(text, [outer], namesIn(text)).slice(1)) {
        const bounds = [...source, ...cue, ...content].flat()
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
        expect(bounds[0]).toBeGreaterThanOrEqual(0)
        expect(bounds.at(-1)).toBeLessThanOrEqual(text.length)
        for (const [start, end] of [...source, ...cue, ...content]) expect(start).toBeLessThan(end)
      }
    }),
    { numRuns: 1000 },
  )
})
