import { expect, test } from 'vitest'
import { languageOfScript } from './script-language.ts'

test.each([
  ['Hang', 'ko'],
  ['Kana', 'ja'],
  ['Thai', 'th'],
  ['Hani', null],
  ['Latn', null],
  ['Zyyy', null],
])('%s is written by %s alone', (script, language) => {
  expect(languageOfScript(script)).toBe(language)
})
