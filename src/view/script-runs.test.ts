import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scriptOf } from './language.ts'
import { scriptRuns } from './script-runs.ts'

const CASES: readonly [text: string, language: string | null, runs: string][] = [
  ['Ms Lee said', 'en', 'Ms Lee said'],
  ['the paper 人民日报 said', 'en', 'the paper |und-Hani:人民日报| said'],
  ['the shop おにぎり屋 said', 'en', 'the shop |ja:おにぎり屋| said'],
  ['Seoul (서울 시청)', null, 'Seoul (|ko:서울 시청|)'],
  ['Mr Salim (سليم بن علي) said', 'en', 'Mr Salim (|und-Arab:سليم بن علي<rtl|) said'],
  ['新疆的 UN 报告', 'zh', '新疆的 |und-Latn:UN| 报告'],
  ['東京のホテル', 'ja', '東京のホテル'],
  ['Москва, 5 мая', 'ru', 'Москва, 5 мая'],
  ['a \u202e b', 'en', 'a \u202e b'],
  ['', 'en', ''],
]

function shown(text: string, language: string | null): string {
  return scriptRuns(text, language && scriptOf(language))
    .map(
      (run) => `${run.language === null ? '' : `${run.language}:`}${run.text}${run.direction === 'rtl' ? '<rtl' : ''}`,
    )
    .join('|')
}

test.each(CASES)('%j in %s', (text, language, runs) => {
  expect(shown(text, language)).toBe(runs)
})

test('a text written from right to left says so for its own runs, and not for a Latin one', () => {
  expect(scriptRuns('قال Reuters', 'Arab').map(({ direction, language }) => [direction, language])).toEqual([
    ['rtl', null],
    ['ltr', 'und-Latn'],
  ])
})

test('the runs joined give the text again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'zh', 'ar', 'ja', null), (text, language) => {
      const runs = scriptRuns(text, language && scriptOf(language))
      expect(runs.map((run) => run.text).join('')).toBe(text)
      for (const run of runs) expect(text.startsWith(run.text, run.start)).toBe(true)
    }),
  )
})
