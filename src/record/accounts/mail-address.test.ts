import { expect, test } from 'vitest'
import { mailAddress } from './mail-address.ts'

test.each([
  ['ada@example.org', 'ada@example.org'],
  ['  Ada@Example.ORG\n', 'ada@example.org'],
  ['ada+desk@news.example.org', 'ada+desk@news.example.org'],
  ['ana@müller.example', 'ana@müller.example'],
  ['ada', null],
  ['ada@localhost', null],
  ['ada@example.org, eve@example.org', null],
  ['ada@example.org\r\nBcc: eve@example.org', null],
  ['<ada@example.org>', null],
  ['a da@example.org', null],
  ['@example.org', null],
  ['ada@-example.org', null],
  ['ada@example..org', null],
  [`${'a'.repeat(65)}@example.org`, null],
  [`ada@${'a'.repeat(250)}.org`, null],
  ['ada\0@example.org', null],
  ['\ud800@example.org', null],
  ['', null],
])('%j is %j', (typed, address) => {
  expect(mailAddress(typed)).toBe(address)
})
