import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FormError, type FormPart, formBoundary, formParts, type SavePart } from './multipart.ts'

const LIMITS = { part: 1000, body: 100_000, parts: 20 }

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(body: Buffer | string, { boundary = 'b', size = 7, limits = LIMITS } = {}): Promise<FormPart[]> {
  const parts: FormPart[] = []
  for await (const part of formParts(inChunks(Buffer.from(body), size), { boundary, limits })) parts.push(part)
  return parts
}

/** The parts as `name/file name/type=words`, one a line. */
async function shown(body: string, options?: Parameters<typeof read>[1]): Promise<string[]> {
  return (await read(body, options)).map(
    ({ name, fileName, contentType, bytes, tooLarge }) =>
      `${name}/${fileName ?? ''}/${contentType ?? ''}=${tooLarge ? 'TOO LARGE' : Buffer.from(bytes).toString()}`,
  )
}

const field = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (fileName: string, value: string, type = 'text/html') =>
  `--b\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n${value}\r\n`

test.each<[name: string, body: string, parts: string[]]>([
  ['no part', '--b--\r\n', []],
  ['a field', `${field('text', 'words')}--b--\r\n`, ['text//=words']],
  ['an empty field', `${field('text', '')}--b--\r\n`, ['text//=']],
  [
    'two files',
    `${file('a.html', '<p>A')}${file('b.txt', 'B', 'text/plain')}--b--`,
    ['file/a.html/text/html=<p>A', 'file/b.txt/text/plain=B'],
  ],
  ['a file name with folders', `${file('C:\\news\\a.html', 'A')}--b--`, ['file/a.html/text/html=A']],
  ['a file name with a quotation mark', `${file('a%22b.html', 'A')}--b--`, ['file/a"b.html/text/html=A']],
  ['a file name in Chinese', `${file('新闻.html', 'A')}--b--`, ['file/新闻.html/text/html=A']],
  [
    'lines that look like a boundary',
    `${file('a', '--b\r\n--\r\n\r\n--c')}--b--`.replace('--b\r\n--\r\n\r\n', '-b\r\n--\r\n\r\n'),
    ['file/a/text/html=-b\r\n--\r\n\r\n--c'],
  ],
  ['something before and behind', `preamble\r\n${field('a', '1')}--b--\r\nepilogue`, ['a//=1']],
  [
    'a part that is too large, and one behind it',
    `${file('a', 'x'.repeat(1001))}${file('b', 'B')}--b--`,
    ['file/a/text/html=TOO LARGE', 'file/b/text/html=B'],
  ],
  ['a part just small enough', `${file('a', 'x'.repeat(1000))}--b--`, [`file/a/text/html=${'x'.repeat(1000)}`]],
])('%s', async (_, body, parts) => {
  for (const size of [1, 2, 7, 100_000]) expect(await shown(body, { size })).toEqual(parts)
})

test.each<[name: string, body: string, reason: FormError['reason']]>([
  ['nothing', '', 'malformed'],
  ['no boundary', 'words', 'malformed'],
  [
    'a form that breaks off in a part',
    `${field('a', '1')}--b\r\nContent-Disposition: form-data; name="b"\r\n\r\nhal`,
    'malformed',
  ],
  ['a form without its end', field('a', '1'), 'malformed'],
  ['a part without a name', '--b\r\nContent-Type: text/plain\r\n\r\nA\r\n--b--', 'malformed'],
  ['headers without end', `--b\r\n${'X: y\r\n'.repeat(4000)}`, 'malformed'],
  ['too many parts', `${field('a', '1').repeat(21)}--b--`, 'too-much'],
  ['too many bytes', `${file('a', 'x'.repeat(100_001))}--b--`, 'too-much'],
])('%s is refused', async (_, body, reason) => {
  await expect(read(body)).rejects.toMatchObject({ reason })
})

test('a sender that goes away leaves a form that breaks off', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${field('a', '1')}--b\r\n`)
    throw new Error('aborted')
  }
  const parts = formParts(broken(), { boundary: 'b', limits: LIMITS })
  expect((await parts.next()).value).toMatchObject({ name: 'a' })
  await expect(parts.next()).rejects.toMatchObject({ reason: 'malformed' })
})

test('any bytes come through whole, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 64 }),
      async (files, size) => {
        const boundary = 'a-boundary-that-no-file-holds'
        const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n`
        const body = Buffer.concat([
          ...files.flatMap((bytes) => [Buffer.from(head), bytes, Buffer.from('\r\n')]),
          Buffer.from(`--${boundary}--\r\n`),
        ])
        const parts = await read(body, { boundary, size })
        expect(parts.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(
          files.map((bytes) => Buffer.from(bytes).toString('hex')),
        )
      },
    ),
  )
})

test.each<[header: string | undefined, boundary: string | null]>([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['Multipart/Form-Data;boundary=----WebKitFormBoundaryX', '----WebKitFormBoundaryX'],
  ['multipart/form-data', null],
  ['application/x-www-form-urlencoded', null],
  ['text/plain; boundary=abc', null],
  [undefined, null],
])('the boundary of %j is %j', (header, boundary) => {
  expect(formBoundary(header)).toBe(boundary)
})

test('a part that is saved may be of any length, in any pieces, and those around it are held', async () => {
  const long = 'x\r\n--'.repeat(50_000)
  const saved: string[] = []
  const body = Buffer.from(`${field('a', '1')}${file('b.warc', long)}${field('c', '3')}--b--`)
  const save: SavePart = async ({ fileName }, bytes) => {
    if (fileName === null) return null
    saved.push(Buffer.concat(await Array.fromAsync(bytes)).toString())
    return '/saved'
  }
  const parts: FormPart[] = []
  for await (const part of formParts(inChunks(body, 977), { boundary: 'b', limits: LIMITS, save })) parts.push(part)
  expect(parts.map(({ name, savedAt, bytes }) => [name, savedAt, Buffer.from(bytes).toString()])).toEqual([
    ['a', null, '1'],
    ['file', '/saved', ''],
    ['c', null, '3'],
  ])
  expect(saved).toEqual([long])
})
