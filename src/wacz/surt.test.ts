import { expect, test } from 'vitest'
import { surt } from './surt.ts'

/** An address, and how it sorts. Cases of the specification and of what people type. */
const CASES: readonly [url: string, key: string][] = [
  ['https://www.example.org/News?b=2&a=1', 'org,example)/news?a=1&b=2'],
  ['http://example.org', 'org,example)/'],
  ['http://example.org:8080/a', 'org,example:8080)/a'],
  ['https://www2.example.org/', 'org,example)/'],
  ['https://example.org/a?', 'org,example)/a'],
  ['https://例え.jp/', 'jp,xn--r8jz45g)/'],
  ['ni:///sha-256;AbC', 'ni:///sha-256;AbC'],
  ['http://', 'http://'],
]

test.each(CASES)('%s', (url, key) => {
  expect(surt(url)).toBe(key)
})
