import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titlesContradict } from './contradicting-titles.ts'

test.each([
  ['mayor', 'judge', true],
  ['mayor', 'the mayor', false],
  ['mayor of Selbrick', 'Selbrick judge', true],
  ['mayor of Selbrick', 'baker in Selbrick', true],
  ['former mayor', 'mayor of Selbrick', false],
  ['minister for water', 'water minister', false],
  ['minister for water', 'minister of energy', false],
  ['prime minister', 'minister', false],
  ['minister', 'director', true],
  ['UN human rights chief', 'UN High Commissioner for Human Rights', false],
  ['UN spokesman', 'UN envoy', true],
  ['spokesman', 'a spokeswoman for the court', false],
  ['chairwoman of the board', 'chairman', false],
  ['Sen.', 'senator from Ohio', false],
  ['Sen.', 'Rep.', true],
  ['president and chief executive', 'president', false],
  ['president-elect', 'president', false],
  ['ex-mayor', 'mayor', false],
  ['president', 'vice president', false],
  ['外交部发言人', '发言人', false],
  ['外交部发言人', '法官', true],
  ['ministre de l’Eau', 'ministre', false],
  ['ministre de l’Eau', 'juge', true],
  ['', 'judge', false],
  ['the', 'judge', false],
])('%s and %s contradict each other: %s', (one, other, expected) => {
  expect(titlesContradict(one, other)).toBe(expected)
})

test('no title contradicts itself, and which of two comes first tells nothing', () => {
  const title = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(fc.constantFrom('mayor', 'judge', 'UN', 'of', 'and', 'water', 'chief'), { maxLength: 5 })
      .map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(title, title, (one, other) => {
      expect(titlesContradict(one, one)).toBe(false)
      expect(titlesContradict(one, other)).toBe(titlesContradict(other, one))
    }),
  )
})
