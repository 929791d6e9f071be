import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readingOf } from '../../../test/marked-coverage.ts'
import { markedText } from '../../../test/marked-text.ts'
import type { Statement } from '../../reading/statement.ts'
import { anchorOf } from './anchor-of.ts'
import { findAgain } from './find-again.ts'
import { searchedText } from './searched-text.ts'

type ReadText = { readonly text: string; readonly statements: readonly Statement[] }

function read(notation: string): ReadText {
  return { text: markedText(notation).text, statements: readingOf(notation).statements }
}

/** Where each statement of a text is found in another: its sentences, or null. */
function foundIn(later: string, { text, statements }: ReadText): readonly (string | null)[] {
  const [before, after] = [searchedText(text), searchedText(later)]
  return statements.map((statement) => {
    const span = findAgain(anchorOf(before, statement), after)
    return span && later.slice(...span)
  })
}

const NAMES = ['Mara Lee', 'Tom Okoro', 'Ann Diaz', '李明', 'ليلى', 'Zoe\u0301', '\u{20000}\u{20001}']
const WORDS = ['Yes.', 'It is over.', 'No, not yet.', '工程结束。', 'انتهى العمل.', 'Ole\u0301!', '\u{1f642} fine.']

/** A statement of one of few people in few words, so that many say the same; or a paragraph of the outlet's own. */
const paragraph = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...WORDS)) },
  fc.constantFrom('It rained all day.', 'The road is closed.', 'Nobody was hurt.'),
)

type Paragraph = string | readonly [name: string, words: string]

/** As notation, each statement under the number of its paragraph. */
function notationOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map((each, n) =>
      typeof each === 'string' ? each : `[S${n + 1}:${each[0]}] [C${n + 1}:said]: [Q${n + 1}:“${each[1]}”]`,
    )
    .join('\n\n')
}

const page = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((paragraphs) => [...paragraphs])

test('a text that did not change gives everything back, in its place', () => {
  fc.assert(
    fc.property(page, (paragraphs) => {
      const before = read(notationOf(paragraphs))
      const searched = searchedText(before.text)
      for (const statement of before.statements) {
        const span = findAgain(anchorOf(searched, statement), searched)
        expect(span?.[0]).toBe(statement.source[0]?.[0])
      }
    }),
  )
})

test('with text put in elsewhere, everything that stands there once is found', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(paragraph, { minLength: 1, maxLength: 8, selector: String }),
      fc.nat(8),
      (paragraphs, at) => {
        const before = read(notationOf(paragraphs))
        const after = (paragraphs as readonly Paragraph[]).toSpliced(at, 0, 'A paragraph that was put in.')
        const found = foundIn(markedText(notationOf(after)).text, before)
        expect(found).toEqual(
          paragraphs.flatMap((each) => (typeof each === 'string' ? [] : [`${each[0]} said: “${each[1]}”`])),
        )
      },
    ),
  )
})

test('whatever becomes of a page, nobody is found in the words of another', () => {
  fc.assert(
    fc.property(page, page, (before, after) => {
      const earlier = read(notationOf(before))
      const said = before.flatMap((each) => (typeof each === 'string' ? [] : [`${each[0]} said: “${each[1]}”`]))
      foundIn(markedText(notationOf(after)).text, earlier).forEach((found, n) => {
        expect([said[n], null]).toContain(found)
      })
    }),
  )
})

/** What follows: a text and its statements; a later text; where the first statement is found in it. */
const CASES: readonly [what: string, before: string, after: string, found: string | null][] = [
  ['another word in its sentence', '[S:He] [C:said] [Q:no].', 'He never said no.', null],
  ['words that begin within a word', '[S:He] [C:said] [Q:no].', 'She said no.', null],
  ['words that go on', '[S:He] [C:said] [Q:no]', 'He said nobody came.', null],
  ['a speaker who is named outside, with other words before', '[Q:“No.”]', 'Okoro was asked.\n\n“No.”', null],
  [
    'the second of two that are the same, after the first went',
    'Lee rose.\n\n[S2:Lee] [C2:said] [Q2:no].\n\nOkoro rose.\n\n[S1:Lee] [C1:said] [Q1:no].',
    'Okoro rose.\n\nLee said no.',
    null,
  ],
  [
    'the first of two, both still there in their company',
    'Lee rose.\n\n[S1:Lee] [C1:said] [Q1:no].\n\nOkoro rose.\n\n[S2:Lee] [C2:said] [Q2:no].',
    'New.\n\nLee rose.\n\nLee said no.\n\nOkoro rose.\n\nLee said no.',
    'Lee said no.',
  ],
  ['a mark more on the last letter', '[S:Lee] [C:said] [Q:ole]', 'Lee said ole\u0301', null],
]

test.each(CASES)('%s', (_, before, after, found) => {
  expect(foundIn(after, read(before))[0]).toBe(found)
})
