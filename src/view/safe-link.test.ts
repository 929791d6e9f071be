import { expect, test } from 'vitest'
import { safeLink } from './safe-link.ts'

const CASES: readonly [address: string | null, href: string | null][] = [
  ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
  ['HTTP://EXAMPLE.ORG', 'http://example.org/'],
  ['https://example.org/\u202egpj.exe', 'https://example.org/%E2%80%AEgpj.exe'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://bank.example@evil.example/', 'https://evil.example/'],
  ['https://example.org/"onmouseover="alert(1)', 'https://example.org/%22onmouseover=%22alert(1)'],
  ['javascript:alert(1)', null],
  [' java\nscript:alert(1)', null],
  ['JaVaScRiPt:alert(1)//http://', null],
  ['data:text/html,<script>alert(1)</script>', null],
  ['file:///etc/passwd', null],
  ['vbscript:x', null],
  ['blob:https://example.org/1', null],
  ['//example.org/', null],
  ['/articles/1', null],
  ['example.org', null],
  ['', null],
  [null, null],
]

test.each(CASES)('%j gives %j', (address, href) => {
  expect(safeLink(address)?.href ?? null).toBe(href)
})
