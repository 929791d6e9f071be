import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedText } from '../../test/marked-text.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { marksOf, type Piece, piecesOf } from './mark-tree.ts'

const LETTER = { source: 'S', cue: 'C', content: 'Q' } as const

/** The pieces in the notation they came in. */
function shown(text: string, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      piece.kind === 'words'
        ? text.slice(...piece.span)
        : `[${LETTER[piece.mark.part]}${piece.mark.statement + 1}:${shown(text, piece.pieces)}]`,
    )
    .join('')
}

const ROUND_TRIPS: readonly [name: string, notation: string][] = [
  ['a plain statement', '[S1:Ms Lee] [C1:said] [Q1:“It is over,”] on Monday.'],
  ['a discontinuous content', '[Q1:“I will,”] [S1:she] [C1:said], [Q1:“come.”]'],
  ['a statement within a statement', '[S1:He] [C1:said] [Q1:that [S2:the paper] [C2:reported] [Q2:a loss]].'],
  ['a content that is its own source', '[Q1:[S1:His denial]] stood.'],
  ['two statements with one content', '[S1:He] [C1:said] and [S2:she] [C2:agreed] [Q1:[Q2:it was late]].'],
  ['no statement', 'It rained.'],
  ['marks side by side', '[S1:He][C1:said][Q1:so]'],
]

test.each(ROUND_TRIPS)('%s', (_, notation) => {
  const { text, statements } = markedText(notation)
  expect(shown(text, piecesOf([[0, text.length]], marksOf(text, statements))[0] ?? [])).toBe(notation)
})

test('a quotation over paragraphs is marked in each, and begins in one place', () => {
  const { text, statements } = markedText('[S1:She] [C1:said]: [Q1:“One.]\n\n[Q1:“Two.”]\n\nThree.')
  const marks = marksOf(text, statements)
  expect(piecesOf(paragraphsOf(text), marks).map((pieces) => shown(text, pieces))).toEqual([
    '[S1:She] [C1:said]: [Q1:“One.]',
    '[Q1:“Two.”]',
    'Three.',
  ])
  expect(marks.filter((mark) => mark.first).map((mark) => mark.part)).toEqual(['source'])
  expect(marks.filter((mark) => mark.part === 'content')).toHaveLength(1)
})

test('marks that cross are cut where they cross', () => {
  const text = 'abcdef'
  const marks = marksOf(text, [
    { source: [], cue: [], content: [[0, 4]] },
    { source: [], cue: [], content: [[2, 6]] },
  ])
  expect(shown(text, piecesOf([[0, 6]], marks)[0] ?? [])).toBe('[Q1:ab[Q2:cd]][Q2:ef]')
})

test('whatever the marks, the words come out once and in order', () => {
  const span = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
    .map(([start, length]) => [start, Math.min(start + length, 31)] as const)
  const statement = fc.record({
    source: fc.array(span, { maxLength: 1 }),
    content: fc.array(span, { minLength: 1, maxLength: 1 }),
  })
  const text = 'ab\n\ncdefghijklmnop\n\nqrstuvwxyz01234'.slice(0, 31)
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 6 }), (parts) => {
      const marks = marksOf(
        text,
        parts.map((part) => ({ cue: [], ...part })),
      )
      const plain = (pieces: readonly Piece[]): string =>
        pieces.map((piece) => (piece.kind === 'words' ? text.slice(...piece.span) : plain(piece.pieces))).join('')
      expect(piecesOf(paragraphsOf(text), marks).map(plain).join('\n\n')).toBe(text)
    }),
  )
})
