import { expect, test } from 'vitest'
import { zipped } from '../../../test/zip-file.ts'
import type { ByteSource } from './byte-source.ts'
import { isZip, zipEntries } from './zip-entries.ts'

function sourceOf(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    async *open(offset) {
      for (let at = offset; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    },
  }
}

/** "NAME: CONTENT" of each WARC file in an archive. */
async function filesIn(bytes: Buffer): Promise<readonly string[]> {
  const entries = await zipEntries(sourceOf(bytes))
  return Promise.all(
    entries.map(async ({ name, source }) => `${name}: ${Buffer.concat(await Array.fromAsync(source.open(0)))}`),
  )
}

const FILES = [
  ['archive/a.warc', 'first words'],
  ['pages/pages.jsonl', '{}'],
  ['archive/b.warc.gz', 'other words'],
] as const
const BOTH = ['archive/a.warc: first words', 'archive/b.warc.gz: other words']
const stored = zipped(FILES)

/** The archive with the place of its last file in the list changed to that of the first. */
function overlapping(): Buffer {
  const bytes = Buffer.from(stored)
  const last = bytes.lastIndexOf('archive/b.warc.gz')
  bytes.writeUInt32LE(0, last - 4)
  return bytes
}

test.each<[what: string, bytes: Buffer, files: readonly string[]]>([
  ['stored files', stored, BOTH],
  ['deflated files', zipped(FILES, { deflate: true }), BOTH],
  ['an archive with a comment', Buffer.concat([stored, Buffer.from('comment')]), BOTH],
  ['a name that leads out of the folder', zipped([['../../a.warc', 'x']]), ['../../a.warc: x']],
  ['an archive without its end', stored.subarray(0, -30), BOTH],
  [
    'an archive cut in its last file',
    stored.subarray(0, stored.indexOf('other words') + 5),
    [BOTH[0] ?? '', 'archive/b.warc.gz: other'],
  ],
  ['files that lie over each other', overlapping(), []],
  ['no WARC file', zipped([['a.txt', 'x']]), []],
])('%s', async (_, bytes, files) => {
  expect(await filesIn(bytes)).toEqual(files)
})

test('a file is read from a place on', async () => {
  for (const deflate of [false, true]) {
    const [first] = await zipEntries(sourceOf(zipped(FILES, { deflate })))
    expect(Buffer.concat(await Array.fromAsync(first?.source.open(6) ?? [])).toString()).toBe('words')
  }
})

test('a ZIP archive is told by its first bytes', async () => {
  expect(await isZip(sourceOf(stored))).toBe(true)
  expect(await isZip(sourceOf(Buffer.from('PKxx')))).toBe(false)
  expect(await isZip(sourceOf(Buffer.alloc(0)))).toBe(false)
})
