import { expect, test } from 'vitest'
import { decodeBytes } from './decode-bytes.ts'

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'))
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** UTF-16 with or without its byte order mark. */
function utf16(text: string, order: 'le' | 'be', mark = ''): Uint8Array {
  const bytes = Buffer.from(mark + text, 'utf16le')
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16())
}

const CASES: readonly [what: string, bytes: Uint8Array, header: string | null, text: string][] = [
  ['UTF-8 without a word', utf8('“café” – 新疆'), null, '“café” – 新疆'],
  ['UTF-8 with a byte order mark', utf8('\ufeffcafé'), 'text/html; charset=iso-8859-1', 'café'],
  [
    'UTF-8 that claims to be Latin-1',
    utf8('<meta charset="iso-8859-1">“café”'),
    null,
    '<meta charset="iso-8859-1">“café”',
  ],
  ['windows-1252 by the header', hex('93 63 61 66 e9 94'), 'text/html; charset=windows-1252', '“café”'],
  [
    'windows-1252 that claims to be UTF-8',
    hex('93 63 61 66 e9 94 20 96 20 e9 74 e9'),
    'text/html; charset=utf-8',
    '“café” – été',
  ],
  ['windows-1252 by its page', latin1('<meta charset=windows-1252>caf\xe9'), null, '<meta charset=windows-1252>café'],
  ['ISO-8859-2 by its page', latin1('<meta charset=iso-8859-2>\xb1\xbe'), null, '<meta charset=iso-8859-2>ąž'],
  ['windows-1251 without a word', hex('cc e8 ed e8 f1 f2 f0 20 f1 ea e0 e7 e0 eb'), null, 'Министр сказал'],
  ['GBK by the header', hex('d0 c2 bd ae'), 'text/plain;charset=gbk', '新疆'],
  ['Big5 by the header', hex('b7 73 c3 a6'), 'text/plain; charset="big5"', '新疆'],
  ['Shift_JIS without a word', hex('82 b1 82 ea 82 cd 93 fa 96 7b 8c ea 82 c5 82 b7'), null, 'これは日本語です'],
  ['ISO-2022-JP by the header', hex('1b 24 42 46 7c 4b 5c 1b 28 42'), 'text/html; charset=iso-2022-jp', '日本'],
  ['UTF-16 with its mark', utf16('“café”', 'le', '\ufeff'), null, '“café”'],
  ['UTF-16 without its mark', utf16('<p>The minister said</p>', 'le'), null, '<p>The minister said</p>'],
  ['UTF-16, big end first', utf16('<p>The minister said</p>', 'be'), null, '<p>The minister said</p>'],
  ['a label that names nothing', utf8('café'), 'text/html; charset=none', 'café'],
]

test.each(CASES)('%s', (_, bytes, header, text) => {
  expect(decodeBytes(bytes, header)).toEqual({ ok: true, text })
})

test.each([
  ['many characters beyond ASCII', '新疆的报告将在五月公布。'.repeat(20), null],
  ['few of them', '“It is over,” she said. “No”', null],
  ['few of them, and its name', '“It is over,” she said. “No”', 'text/html; charset=utf-8'],
])('UTF-8 with %s, cut in the middle of a character, loses that character only', (_, text, header) => {
  const outcome = decodeBytes(utf8(text).subarray(0, -1), header)
  expect(outcome).toEqual({ ok: true, text: `${text.slice(0, -1)}\ufffd` })
})

test('noise is no text', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, at) => 1 + ((at * 7919 + (at >> 3) * 104729) % 255))
  expect(decodeBytes(noise, 'text/html; charset=utf-8')).toMatchObject({ ok: false })
})
