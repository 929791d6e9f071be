import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFullName, isOrganisationName, surnameOf } from './name-kind.ts'
import { namesIn } from './names.ts'
import { wordsOf } from './span.ts'

/** Names as found: the title before a slash, where one stands before the name. */
function found(text: string): readonly string[] {
  return namesIn(text).map(({ span, title }) => (title ? `${wordsOf(text, title)}/` : '') + wordsOf(text, span))
}

const CASES: readonly [text: string, names: readonly string[]][] = [
  ['Yesterday Ana Lee said no.', ['Ana Lee']],
  ['Then Ms Lee left with Dr. Omar Park.', ['Ms/Lee', 'Dr/Omar Park']],
  ['Foreign Minister Wang Yi spoke.', ['Foreign Minister/Wang Yi']],
  ['We saw Anna van der Berg there.', ['Anna van der Berg']],
  ['It was Sean O’Malley who wrote to L’Équipe.', ['Sean O’Malley', 'L’Équipe']],
  ["It was Sean O'Malley.", ["Sean O'Malley"]],
  ['Reporters saw Bashar al-Masri and Nour Al-Amin.', ['Bashar al-Masri', 'Nour Al-Amin']],
  ['Ana Lee’s lawyer met Park’s.', ['Ana Lee', 'Park']],
  ['The Ministry of Health answered.', ['Ministry of Health']],
  ['He joined the United Nations in Port Ellen.', ['United Nations', 'Port Ellen']],
  ['John F. Kennedy and J.R.R. Tolkien met.', ['John F. Kennedy', 'J.R.R. Tolkien']],
  ['In Iowa they met. But Lee left.', ['Iowa', 'Lee']],
  ['Jean-Luc Picard met María José Ñandú.', ['Jean-Luc Picard', 'María José Ñandú']],
  ['It happened in Xinjiang 新疆.', ['Xinjiang']],
  ['Глава Иван Петров уехал.', ['Глава Иван Петров']],
  ['nothing here, 新疆 neither', []],
  ['They went there with some people from the Seven Rivers Inspectorate.', ['Seven Rivers Inspectorate']],
  ['Voters left. Sadly it rained in Italy.', ['Italy']],
  ['Secretary of State Ana Lee and Republican Omar Park met.', ['Secretary of State/Ana Lee', 'Republican/Omar Park']],
  ['Ana Lee Sets Date for Long Visit\nThe date that Ana Lee sets for her visit is near.', ['Ana Lee', 'Ana Lee']],
  [
    'Ana Lee, the Chief Commissioner for Human Rights, had been agreed upon.\nLee told the council.',
    ['Ana Lee', 'Chief Commissioner', 'Human Rights', 'Lee'],
  ],
  ['We saw Stray Ana Lee there, and Ana Lee here.', ['Ana Lee', 'Ana Lee']],
  ['Martin Luther King Jr. and Justice Department aides met.', ['Martin Luther King Jr.', 'Justice Department']],
]

test.each(CASES)('%s', (text, names) => {
  expect(found(text)).toEqual(names)
})

test.each([
  ['Ana Lee', true, false, 'lee'],
  ['Anna van der Berg', true, false, 'berg'],
  ['Sean O’Malley', true, false, "o'malley"],
  ['Martin Luther King Jr.', true, false, 'king'],
  ['Lee', false, false, 'lee'],
  ['Ministry of Health', false, true, 'health'],
  ['UNHCR', false, true, 'unhcr'],
])('%s: full name %s, organisation %s, surname %s', (name, full, organisation, surname) => {
  expect([isFullName(name), isOrganisationName(name), surnameOf(name)]).toEqual([full, organisation, surname])
})

test('names are ordered, apart and in range, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .array(fc.constantFrom('Ana', ' ', '.', 'of', "'s", 'Mr', 'al-B', '\ud83d', '\n', 'The'))
          .map((parts) => parts.join('')),
      ),
      (text) => {
        let last = 0
        for (const { span, title } of namesIn(text)) {
          for (const [start, end] of title ? [title, span] : [span]) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
        }
        expect(last).toBeLessThanOrEqual(text.length)
      },
    ),
    { numRuns: 1000 },
  )
})
