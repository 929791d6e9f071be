import { expect, test } from 'vitest'
import { readingOf } from '../../../test/marked-coverage.ts'
import { markedText } from '../../../test/marked-text.ts'
import { compareStatements } from './compare-statements.ts'
import { searchedText } from './searched-text.ts'
import { partDifferences, statementWords } from './statement-words.ts'

const LEE = '[S:Mara Lee] [C:said]: [Q:“It is over for all of us.”]'
const OKORO = '[Q2:“No,”] [C2:said] [S2:Tom Okoro].'
const BOTH = `${LEE}\n\n${OKORO}`

const MARKS = { same: '', gone: '-', new: '+' }

/** What became of each statement: "kept 1", the number it has later; "kept unread"; "changed 1 cue -said-+denied+"; "gone". */
function fates(before: string, after: string): readonly string[] {
  const [earlier, later] = [markedText(before), markedText(after)]
  const read = { before: readingOf(before).statements, after: readingOf(after).statements }
  const found = compareStatements(
    {
      searched: searchedText(earlier.text),
      statements: read.before.map((statement, n) => ({ id: `${n}`, statement })),
    },
    { searched: searchedText(later.text), statements: read.after },
  )
  return found.map((fate) => {
    if (fate.fate === 'gone') return 'gone'
    if (fate.later === null) return 'kept unread'
    const [was, is] = [read.before[Number(fate.id)], read.after[fate.later]]
    if (was === undefined || is === undefined) throw new Error('a fate of no statement')
    const parts = partDifferences(statementWords(earlier.text, was), statementWords(later.text, is)).map(
      ({ part, differences }) =>
        ` ${part} ${differences.map(({ kind, words }) => MARKS[kind] + words + MARKS[kind]).join('')}`,
    )
    return `${fate.fate} ${fate.later + 1}${fate.fate === 'kept' ? '' : parts.join('')}`
  })
}

const CASES: readonly [what: string, before: string, after: string, fates: readonly string[]][] = [
  ['nothing', BOTH, BOTH, ['kept 1', 'kept 2']],
  ['a paragraph put in before', BOTH, `News.\n\n${BOTH}`, ['kept 1', 'kept 2']],
  ['a paragraph put in between', BOTH, `${LEE}\n\nNews.\n\n${OKORO}`, ['kept 1', 'kept 2']],
  [
    'the paragraphs changed about',
    BOTH,
    `[Q1:“No,”] [C1:said] [S1:Tom Okoro].\n\n[S2:Mara Lee] [C2:said]: [Q2:“It is over for all of us.”]`,
    ['kept 2', 'kept 1'],
  ],
  ['one taken out', BOTH, LEE, ['kept 1', 'gone']],
  [
    'a word of the quotation',
    BOTH,
    BOTH.replace('over', 'not over'),
    ['changed 1 content “It is +not +over for all of us.”', 'kept 2'],
  ],
  [
    'a word behind the quotation',
    '[S:Lee] [C:says] [Q:it is over].',
    '[S:Lee] [C:says] [Q:it is over for now].',
    ['changed 1 content it is over+ for now+'],
  ],
  ['the cue', BOTH, BOTH.replace('[C:said]', '[C:denied]'), ['changed 1 cue -said-+denied+', 'kept 2']],
  [
    'the speaker',
    BOTH,
    BOTH.replace('Mara Lee', 'Ann Diaz'),
    ['changed 1 speaker -Mara Lee-+Ann Diaz+ source -Mara Lee-+Ann Diaz+', 'kept 2'],
  ],
  [
    'the sentence around it',
    `On Monday [S:Mara Lee] [C:said]: [Q:“It is over.”]`,
    `On Tuesday [S:Mara Lee] [C:said]: [Q:“It is over.”]`,
    ['kept 1'],
  ],
  [
    'what was said before by one is said by another',
    `${OKORO.replaceAll('2:', '1:')}`,
    '[Q:“No,”] [C:said] [S:Mara Lee].',
    ['gone'],
  ],
  ['words that are read no more', LEE, 'Mara Lee said: “It is over for all of us.”', ['kept unread']],
  ['a negation before it', '[S:Lee] [C:said] [Q:it was over].', 'It is untrue that Lee said it was over.', ['gone']],
  [
    'the same said twice, now once',
    '[S1:Lee] [C1:said] [Q1:no].\n\nThen it rained.\n\n[S2:Lee] [C2:said] [Q2:no].',
    '[S1:Lee] [C1:said] [Q1:no].',
    ['gone', 'gone'],
  ],
  [
    'the same said twice, news in between',
    '[S1:Lee] [C1:said] [Q1:no].\n\nThen it rained.\n\n[S2:Lee] [C2:said] [Q2:no].',
    '[S1:Lee] [C1:said] [Q1:no].\n\nThen it snowed.\n\n[S2:Lee] [C2:said] [Q2:no].',
    ['kept 1', 'kept 2'],
  ],
  ['nobody is named', '[Q:“No.”]', 'Then Okoro rose.\n\n[Q:“No.”]', ['kept 1']],
  [
    'from right to left',
    'قال [S:الوزير] [C:إن] [Q:العمل انتهى].',
    'خبر جديد.\n\nقال [S:الوزير] [C:إن] [Q:العمل انتهى].',
    ['kept 1'],
  ],
  ['a mark on a letter', '[S:Lee] [C:said] [Q:ole].', '[S:Lee] [C:said] [Q:ole\u0301].', ['gone']],
  [
    'beyond the first plane',
    '\u{1f642} [S:Lee] [C:said] [Q:\u{20000} is over].',
    '\u{1f642}\u{1f642}\n\n\u{1f642} [S:Lee] [C:said] [Q:\u{20000} is over].',
    ['kept 1'],
  ],
]

test.each(CASES)('%s', (_, before, after, expected) => {
  expect(fates(before, after)).toEqual(expected)
})
