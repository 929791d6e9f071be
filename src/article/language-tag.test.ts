import { expect, test } from 'vitest'
import { articleLanguage, canonicalLanguage } from './language-tag.ts'

const TAGS: readonly [value: string | null, tag: string | null][] = [
  ['en_us', 'en-US'],
  ['ZH-hans-cn', 'zh-Hans-CN'],
  ['pt-BR, pt', 'pt-BR'],
  ['english', null],
  ['und', null],
  ['', null],
  [null, null],
]

test.each(TAGS)('%s', (value, tag) => {
  expect(canonicalLanguage(value)).toBe(tag)
})

const ENGLISH = 'The minister said on Tuesday that the visit to the camps would take place before the end of May.'
const FRENCH =
  'Le ministre a déclaré mardi que la visite des camps aurait lieu avant la fin du mois de mai, selon les députés.'
const CHINESE = '部长周二表示，对营地的访问将在五月底之前进行。'

const TEXTS: readonly [declared: readonly (string | null)[], text: string, language: string | null][] = [
  [['en-GB'], ENGLISH, 'en-GB'],
  [['en-US'], FRENCH, 'fr'],
  [['en', 'fr-CA'], FRENCH, 'fr-CA'],
  [[], ENGLISH, 'en'],
  [['zh-Hant'], CHINESE, 'zh-Hant'],
  [['sq'], 'Po.', 'sq'],
  [[null], 'Po.', null],
]

test.each(TEXTS)('declared %j', (declared, text, language) => {
  expect(articleLanguage(declared, text)).toBe(language)
})
