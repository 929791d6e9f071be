import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { isReadAs } from './chinese-reading.ts'

test.each([
  ['新疆', 'Xinjiang', true],
  ['重庆', 'Chongqing', true],
  ['西安', "Xi'an", true],
  ['西安', 'Xi’an', true],
  ['王毅', 'Wang Yi', true],
  ['吕梁', 'Lüliang', true],
  ['長沙', 'Changsha', true],
  ['北京', 'Beijing', true],
  ['北京', 'Peking', false],
  ['新疆', 'Xin', false],
  ['新', 'Xinjiang', false],
  ['東京', 'Tokyo', false],
  ['신장', 'Xinjiang', false],
  ['', '', false],
])('%s is read %s: %s', (characters, latin, isRead) => {
  expect(isReadAs(characters, latin)).toBe(isRead)
})

test('any two strings are compared, and a Latin one is no Chinese one', () => {
  fc.assert(
    fc.property(anyText(20), anyText(20), (a, b) => {
      expect(isReadAs(`${a}a`, b)).toBe(false)
    }),
  )
})
