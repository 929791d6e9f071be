import { expect, test } from 'vitest'
import { isDigestOf } from './digest.ts'

const WORDS = Buffer.from('words')

test.each<[digest: string, is: boolean | null]>([
  ['sha1:efb893611e6f56f5ad0724816340a50a4eb0820b', true],
  ['sha1:EFB893611E6F56F5AD0724816340A50A4EB0820B', true],
  ['sha1:564JGYI6N5LPLLIHESAWGQFFBJHLBAQL', true],
  ['sha256:dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e', true],
  ['sha256:DBA36BFFA5CAB0F922D087A3AEB179F9D4E745DF40B323E1B1471402848C8A3E', true],
  ['sha256:3ORWX75FZKYPSIWQQ6R25MLZ7HKOORO7ICZSHYNRI4KAFBEMRI7A====', true],
  ['sha256:3ORWX75FZKYPSIWQQ6R25MLZ7HKOORO7ICZSHYNRI4KAFBEMRI7A', true],
  ['md5:89759e1284e2479b991d2669de104942', true],
  ['md5:89759E1284E2479B991D2669DE104942', true],
  ['md5:RF2Z4EUE4JDZXGI5EZU54ECJII======', true],
  ['md5:RF2Z4EUE4JDZXGI5EZU54ECJII', true],
  ['SHA-1:efb893611e6f56f5ad0724816340a50a4eb0820b', true],
  ['sha1:3e5d4fbaeec3f75da4cd7e9b0c8a6f2e', false],
  ['md5:3d801aa532c1cec3ee82d87a99fdf63f', false],
  ['crc32:00', null],
  ['words', null],
  ['', null],
])('%s', (digest, is) => {
  expect(isDigestOf(digest, WORDS)).toBe(is)
})
