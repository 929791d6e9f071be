import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { filled } from './filled.ts'

test.each([
  ['{who} was to {what}.', { who: 'Lee', what: 'open it' }, 'Lee was to open it.'],
  ['{what}: {who}, {who}', { who: html`<b>Lee</b>`, what: 'x' }, 'x: <b>Lee</b>, <b>Lee</b>'],
  ['nothing {more}', {}, 'nothing '],
  ['{who}', { who: '<b>{what}</b>', what: 'x' }, '&lt;b&gt;{what}&lt;/b&gt;'],
])('%s', (sentence, slots, expected) => {
  expect(String(filled(sentence, slots))).toBe(expected)
})
