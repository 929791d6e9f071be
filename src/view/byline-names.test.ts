import { expect, test } from 'vitest'
import { bylineNames } from './byline-names.ts'

test.each([
  ['Ana Reyes', ['Ana Reyes']],
  ['Ana Reyes and Ben Osei', ['Ana Reyes', 'Ben Osei']],
  ['Ana Reyes, Ben Osei, and Kim Lee', ['Ana Reyes', 'Ben Osei', 'Kim Lee']],
  ['Anne Roy et Luc Martin', ['Anne Roy', 'Luc Martin']],
  ['顾闻溪、朔岚', ['顾闻溪', '朔岚']],
  ['Reyes, Ana', ['Reyes, Ana']],
  ['José Ortega y Gasset', ['José Ortega y Gasset']],
])('%s', (byline, names) => {
  expect(bylineNames(byline)).toEqual(names)
})
