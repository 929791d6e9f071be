import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../../test/any-text.ts'
import { markedText } from '../../../test/marked-text.ts'
import { quotationsOf } from '../../text/quotation-marks.ts'
import { sentencesOf } from '../../text/sentences.ts'
import type { Span } from '../../text/span.ts'
import type { Draft } from '../draft.ts'
import { namesOf } from '../names.ts'
import { actorsOf } from './actors.ts'
import { speakersOf } from './speakers-of.ts'

function speakersIn(text: string, drafts: readonly Draft[]) {
  const actors = actorsOf(text, namesOf(text))
  return speakersOf(text, drafts, { actors, quotations: quotationsOf(text), sentences: sentencesOf(text) })
}

/**
 * The speaker of each statement of a marked text, in their order: "Ana Lee", with a role "Ana Lee (minister)", one of
 * several "Ana Lee?Tom Lee", only described "“officials”".
 */
function speakers(marked: string): readonly string[] {
  const { text, statements } = markedText(marked)
  const drafts = statements.map((statement) => ({ ...statement, confidence: 1 }))
  return speakersIn(text, drafts).map(({ speaker, candidates, described }) => {
    if (speaker !== null) return speaker.name + (speaker.role === null ? '' : ` (${speaker.role})`)
    if (candidates.length > 0) return candidates.map(({ name }) => name).join('?')
    return described === null ? 'nobody' : `“${text.slice(...described)}”`
  })
}

const CASES: readonly [name: string, marked: string, speakers: readonly string[]][] = [
  // Names
  ['a full name', '[S:Ana Lee] [C:said] [Q:no].', ['Ana Lee']],
  ['a surname', 'Ana Lee met Omar Park. [S:Ms Lee] [C:said] [Q:no].', ['Ana Lee']],
  ['a surname before the full name', '[S:Lee] [C:said] [Q:no]. Ana Lee left.', ['Ana Lee']],
  ['a surname alone', '[S:Lee] [C:said] [Q:no].', ['Lee']],
  ['a surname that two bear', 'Ana Lee met Tom Lee. [S:Lee] [C:said] [Q:no].', ['Ana Lee?Tom Lee']],
  ['told by its title', 'Ana Lee met Tom Lee. [S:Mr. Lee] [C:said] [Q:no].', ['Tom Lee']],
  ['a longer form', 'Ana Maria Lee came. [S:Ana Lee] [C:said] [Q:no].', ['Ana Maria Lee']],
  ['an organisation', '[S:The Ministry of Health] [C:said] [Q:no].', ['Ministry of Health']],
  ['an acronym', 'The World Health Organization met. [S:The WHO] [C:said] [Q:no].', ['World Health Organization']],
  ['two together', '[S:Ana Lee and Omar Park] [C:said] [Q:no].', ['Ana Lee and Omar Park']],
  [
    'a spokesman is not whom he speaks for',
    '[S:A spokesman for Ana Lee] [C:said] [Q:no].',
    ['“A spokesman for Ana Lee”'],
  ],
  ['a lawyer is not her client', '[S:Ana Lee’s lawyer] [C:said] [Q:no].', ['“Ana Lee’s lawyer”']],
  ['a party is not its lawyers', '[S:The UN lawyers] [C:said] [Q:no].', ['“The UN lawyers”']],
  ['a place is nobody', '[S:Many in Port Ellen] [C:said] [Q:no].', ['“Many in Port Ellen”']],
  // Roles
  ['a title', '[S:Foreign Minister Ana Lee] [C:said] [Q:no].', ['Ana Lee (Foreign Minister)']],
  ['an apposition', '[S:Ana Lee, the foreign minister], [C:said] [Q:no].', ['Ana Lee (the foreign minister)']],
  ['an apposition elsewhere', 'Ana Lee, a novelist, left. [S:Lee] [C:said] [Q:no].', ['Ana Lee (a novelist)']],
  ['an office before', '[S:press chief Omar Park] [C:said] [Q:no].', ['Omar Park (press chief)']],
  ['an office before a comma', '[S:Her lawyer, Omar Park], [C:said] [Q:no].', ['Omar Park (Her lawyer)']],
  ['Ms is no role', '[S:Ms Ana Lee] [C:said] [Q:no].', ['Ana Lee']],
  ['an honour behind the name', '[S:Ana Lee KC] [C:said] [Q:no].', ['Ana Lee']],
  ['its form behind a firm’s name', '[S:Ellen Foods plc] [C:said] [Q:no].', ['Ellen Foods']],
  ['its name in another script', '[S:Foreign Minister Wang Yi 王毅] [C:said] [Q:no].', ['Wang Yi (Foreign Minister)']],
  ['what she does, before her name', '[S:Prosecuting, Ana Lee] [C:said] [Q:no].', ['Ana Lee']],
  ['a councillor', 'Councillor Ana Lee left. [S:The councillor] [C:said] [Q:no].', ['Ana Lee (Councillor)']],
  [
    'an office behind another clause',
    'Tom Park said that her brother had told her the mayor, Ana Lee, left. [S:Lee] [C:said] [Q:no].',
    ['Ana Lee (the mayor)'],
  ],
  [
    'an office of a body',
    '[S:A spokesman for the city’s police, Omar Park,] [C:said] [Q:no].',
    ['Omar Park (A spokesman for the city’s police)'],
  ],
  ['two subjects are equally good', 'Tom Lee and Paul Reed met. [S:He] [C:said] [Q:no].', ['Tom Lee?Paul Reed']],
  ['two subjects, one of them a woman', 'Tom Lee and Mary Reed met. [S:She] [C:said] [Q:no].', ['Mary Reed']],
  ['an outlet is no person', 'Walcott spoke to Forbes. [S:She] [C:said] [Q:no].', ['Walcott']],
  ['a month is nobody', 'Walcott came in January. [S:She] [C:said] [Q:no].', ['Walcott']],
  // Groups that are counted
  ['a group', '[S:192 rights groups] [C:said] [Q:no].', ['192 rights groups']],
  ['the group again', '192 rights groups met. [S:The groups] [C:said] [Q:no].', ['192 rights groups']],
  ['the group by its number', '192 rights groups met. [S:The 192 groups] [C:said] [Q:no].', ['192 rights groups']],
  [
    'they',
    '[S1:192 rights groups] [C1:said] [Q1:no]. [S2:They] [C2:said] [Q2:so].',
    ['192 rights groups', '192 rights groups'],
  ],
  [
    'in words',
    '[S:A hundred and forty-seven civil groups] [C:said] [Q:no].',
    ['A hundred and forty-seven civil groups'],
  ],
  [
    'in words and in digits',
    'A hundred and forty-seven civil groups, 147 groups, met. [S:The groups] [C:said] [Q:no].',
    ['A hundred and forty-seven civil groups'],
  ],
  ['nearly', '[S:Nearly 200 unions] [C:said] [Q:no].', ['Nearly 200 unions']],
  [
    'some of them by name',
    'A letter by 192 rights groups came. [S:The groups, among them River Watch and the Ellen League,] [C:said] [Q:no].',
    ['192 rights groups'],
  ],
  ['which of two groups', '20 unions met 30 unions. [S:The unions] [C:said] [Q:no].', ['“The unions”']],
  ['too few to be a group', '[S:Two officials] [C:said] [Q:no].', ['“Two officials”']],
  ['a group of nobody', '[S:The groups] [C:said] [Q:no].', ['“The groups”']],
  // Descriptions
  ['an office stands for its holder', 'Senator Ana Lee left. [S:The senator] [C:said] [Q:no].', ['Ana Lee (Senator)']],
  ['short for an office', 'Sen. Ana Lee left. [S:The senator] [C:said] [Q:no].', ['Ana Lee (Sen.)']],
  [
    'a noun of its name',
    'The Road Safety Commission met. [S:The commission] [C:said] [Q:no].',
    ['Road Safety Commission'],
  ],
  ['somebody', 'Senator Ana Lee left. [S:A senator] [C:said] [Q:no].', ['“A senator”']],
  ['nobody named', '[S:Officials] [C:said] [Q:no].', ['“Officials”']],
  // Pronouns
  ['she', 'Ana Lee met Omar Park. [S:She] [C:said] [Q:no].', ['Ana Lee']],
  ['he', 'Ana Lee met Omar Park. [S:He] [C:said] [Q:no].', ['Omar Park']],
  ['by a title', 'Mrs. Oyelaran met Mr. Benn. [S:She] [C:said] [Q:no].', ['Oyelaran']],
  [
    'behind a quotation the last speaker',
    '[Q1:“No,”] [S1:Ana Lee] [C1:said]. [Q2:“Eva Park knows it,”] [S2:she] [C2:added].',
    ['Ana Lee', 'Ana Lee'],
  ],
  ['who', 'We met Omar Park, [S:who] [C:said] [Q:no].', ['Omar Park']],
  ['who, behind an apposition', 'We met Omar Park, a lawyer, [S:who] [C:said] [Q:no].', ['Omar Park (a lawyer)']],
  ['who without a name', 'We met some of the farmers [S:who] [C:said] [Q:no].', ['“the farmers”']],
  [
    'they',
    '[S1:Two officials] [C1:said] [Q1:no]. [S2:They] [C2:added] [Q2:more].',
    ['“Two officials”', '“Two officials”'],
  ],
  ['it', 'The Ministry of Health met. [S:It] [C:said] [Q:no].', ['Ministry of Health']],
  ['nobody', '[S:She] [C:said] [Q:no].', ['nobody']],
  // Within and around quotations
  ['I within a quotation', '[Q1:“[S2:I] [C2:think] [Q2:it is over],”] [C1:said] [S1:Ana Lee].', ['Ana Lee', 'Ana Lee']],
  [
    'she within a quotation is another',
    'Eva Park met Ana Lee. [S1:Ana Lee] [C1:said], [Q1:“[S2:She] [C2:thinks] [Q2:it is over].”]',
    ['Ana Lee', 'Eva Park'],
  ],
  ['I of a column', '[S:I] [C:think] [Q:it is over].\n\nAna Lee is a novelist.', ['Ana Lee']],
  ['I of nobody', '[S:I] [C:think] [Q:it is over].', ['“I”']],
]

test.each(CASES)('%s', (_, marked, expected) => {
  expect(speakers(marked)).toEqual(expected)
})

/** Text of the words that matter here, in any order. */
const ANY_WORDS = fc
  .array(
    fc.constantFrom(
      ...[
        'Ana Lee',
        'Lee',
        'Mr.',
        'she',
        'who',
        'I',
        'they',
        'the minister',
        'Minister',
        ',',
        '.',
        '“',
        '”',
        '\n\n',
        'and',
      ],
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(' '))

test('whatever the text and the drafts: as many speakers, all inside the text', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })), { maxLength: 9 })
  fc.assert(
    fc.property(fc.oneof(ANY_WORDS, anyText(60), fc.string({ unit: 'binary' })), spans, (text, places) => {
      const inside = places.flatMap(([start, length]): Span[] =>
        start + length <= text.length ? [[start, start + length]] : [],
      )
      const drafts = inside.map((span, index) => ({
        source: [span],
        cue: [],
        content: [inside[(index + 1) % inside.length] ?? span],
        confidence: 1,
      }))
      const found = speakersIn(text, drafts)
      expect(found).toHaveLength(drafts.length)
      for (const { speaker, candidates, described } of found)
        for (const [start, end] of [speaker?.mention, described, ...candidates.map(({ mention }) => mention)].filter(
          (span) => span != null,
        )) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
    }),
    { numRuns: 500 },
  )
})
