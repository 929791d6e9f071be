import { mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGzip, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { packed, record } from '../../../test/warc-file.ts'
import { fileSource } from './byte-source.ts'
import type { Position } from './warc-bytes.ts'
import { type WarcItem, warcRecords } from './warc-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-warc-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'a.warc')

async function itemsFrom(from: Position = { at: 0, skip: 0 }): Promise<readonly WarcItem[]> {
  return Array.fromAsync(warcRecords(fileSource(path, statSync(path).size), { from, wants: () => true }))
}

/** What is read of a file: "PLACE BLOCK" for a record, with "~" where its length was wrong, "PLACE !" for a fault. */
async function readOf(bytes: Buffer): Promise<readonly string[]> {
  writeFileSync(path, bytes)
  return (await itemsFrom()).map((item) => {
    const place = item.at.skip === 0 ? `${item.at.at}` : `${item.at.at}+${item.at.skip}`
    if (item.kind === 'fault') return `${place} ! ${item.sentence.replace(/[;:].*/, '')}`
    return `${place} ${item.note === null ? '' : '~'}${item.block?.toString() ?? 'not held'}`
  })
}

const [A, B, C] = ['one', 'two', 'three'].map((block) => record({ block })) as [Buffer, Buffer, Buffer]
const all = Buffer.concat([A, B, C])
/** The same records with a length that is not theirs. */
const told = (length: string | null) => record({ block: 'two', fields: { 'Content-Length': length } })
const [two, three] = [A.length, A.length + B.length]
const [packedTwo, packedThree] = [packed(A).length, packed(A, B).length]
const LENIENT = Buffer.from(A.toString().replaceAll('\r\n', '\n'))
const PACKED_B = gzipSync(B)
const damaged = (bytes: Buffer, at: number) =>
  Buffer.concat([bytes.subarray(0, at), Buffer.alloc(4, 0xff), bytes.subarray(at + 4)])
const wholes = ['0 one', `${two} two`, `${three} three`]

const FILES: readonly [what: string, bytes: Buffer, read: readonly string[]][] = [
  ['an empty file', Buffer.alloc(0), []],
  ['records', all, wholes],
  ['each packed', packed(A, B, C), ['0 one', `${packedTwo} two`, `${packedThree} three`]],
  ['all packed as one', gzipSync(all), ['0 one', `0+${two} two`, `0+${three} three`]],
  [
    'packed in pieces of 100 bytes',
    packed(all.subarray(0, 100), all.subarray(100, 333), all.subarray(333)),
    ['0 one', `0+${two} two`, `0+${three} three`],
  ],
  ['version 1.1', record({ version: '1.1', block: 'x' }), ['0 x']],
  ['lines that end in a line feed alone', LENIENT, ['0 one']],
  ['a field over two lines', record({ block: 'x', fields: { 'WARC-Filename': 'a\r\n b' } }), ['0 x']],
  ['no empty lines between records', Buffer.concat([A.subarray(0, -4), B]), ['0 one', `${two - 4} two`]],
  ['no empty lines at the end', A.subarray(0, -4), ['0 one']],
  ['a length that is too short', Buffer.concat([A, told('1'), C]), ['0 one', `${two} ~two`, `${three} three`]],
  ['a length that is too long', Buffer.concat([A, told('9'), C]), ['0 one', `${two} ~two`, `${three} three`]],
  ['a length of 5 GB', Buffer.concat([A, told('5368709120'), C]), ['0 one', `${two} ~two`, `${three + 9} three`]],
  [
    'a length of 5 GB, packed as one',
    gzipSync(Buffer.concat([A, told('5368709120'), C])),
    ['0 one', `0+${two} ~two`, `0+${three + 9} three`],
  ],
  [
    'a length of 5 GB in a member',
    packed(A, told('5368709120'), C),
    ['0 one', `${packedTwo} ~two`, `${packed(A, told('5368709120')).length} three`],
  ],
  ['no length', Buffer.concat([A, told(null), C]), ['0 one', `${two} ~two`, `${three - 19} three`]],
  ['a length that is no number', Buffer.concat([A, told('-3'), C]), ['0 one', `${two} ~two`, `${three + 1} three`]],
  ['a length with a wrong end', Buffer.concat([A, told('1')]), ['0 one', `${two} ~two`]],
  ['cut in a block', all.subarray(0, -6), ['0 one', `${two} two`, `${three} ! the archive breaks off here`]],
  ['cut in a head', all.subarray(0, three + 100), ['0 one', `${two} two`, `${three} ! the archive breaks off here`]],
  [
    'cut in a member',
    packed(A, B, C).subarray(0, -30),
    ['0 one', `${packedTwo} two`, `${packedThree} ! the archive breaks off here`],
  ],
  [
    'cut after a member’s head',
    packed(A, B).subarray(0, packedTwo + 10),
    ['0 one', `${packedTwo} ! the archive breaks off here`],
  ],
  [
    'a damaged member',
    Buffer.concat([gzipSync(A), damaged(PACKED_B, 30), gzipSync(C)]),
    ['0 one', `${packedTwo} ! what is packed here is damaged`, `${packedThree} three`],
  ],
  [
    'a member with a wrong sum',
    Buffer.concat([gzipSync(A), damaged(PACKED_B, PACKED_B.length - 8), gzipSync(C)]),
    ['0 one', `${packedTwo} two`, `${packedTwo} ! what is packed here is damaged`, `${packedThree} three`],
  ],
  [
    'garbage between members',
    Buffer.concat([gzipSync(A), Buffer.alloc(50, 'x'), gzipSync(B)]),
    ['0 one', `${packedTwo} ! 50 bytes here are no record`, `${packedTwo + 50} two`],
  ],
  [
    'garbage between records',
    Buffer.concat([A, Buffer.alloc(50, 'x'), B]),
    ['0 ~one', `${two + 50} two`].map((line) => line.replace('~one', `~one\r\n\r\n${'x'.repeat(50)}`)),
  ],
  ['garbage before records', Buffer.concat([Buffer.alloc(50, 'x'), A]), ['0 ! 50 bytes here are no record', '50 one']],
  ['garbage alone', Buffer.alloc(50_000, 'x'), ['0 ! 50000 bytes here are no record']],
  [
    'a head that never ends',
    Buffer.concat([A, Buffer.from(`WARC/1.0\r\nA: ${'x'.repeat(70_000)}\r\n\r\n`), B]),
    ['0 one', `${two} ! its head has no end`, `${two + 70_017} two`],
  ],
  ['a record in a record', record({ block: A }), [`0 ${A.toString()}`]],
  [
    'the mark in a text',
    Buffer.concat([told('1').subarray(0, -7), Buffer.from('a WARC/1.0 file\r\n\r\n'), C]),
    ['0 ~a WARC/1.0 file', `${told('1').length + 12} three`],
  ],
]

test.each(FILES)('%s', async (_, bytes, read) => {
  expect(await readOf(bytes)).toEqual(read)
})

test.each([
  ['records', all],
  ['each packed', packed(A, B, C)],
  ['all packed as one', gzipSync(all)],
])('%s: reading goes on from where any record ends', async (_, bytes) => {
  writeFileSync(path, bytes)
  const items = await itemsFrom()
  for (const [at, item] of items.entries()) expect(await itemsFrom(item.end)).toEqual(items.slice(at + 1))
})

test('whatever is damaged, every byte is accounted for and the records around it are read', () =>
  fc.assert(
    fc.asyncProperty(
      fc.nat({ max: all.length - 1 }),
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      async (at, noise) => {
        const lines = await readOf(Buffer.concat([A, all.subarray(0, at), noise, all.subarray(at + noise.length), C]))
        expect(lines.some((line) => line.endsWith('one'))).toBe(true)
        expect(lines.at(-1)).toMatch(/three$/)
      },
    ),
    { numRuns: 300 },
  ))

test('many wrong lengths take no longer than as many right ones: what begins a record is believed after a few', async () => {
  const lines = await readOf(Buffer.concat(Array.from({ length: 2_000 }, () => told('40000'))))
  expect(lines).toHaveLength(2_000)
  expect(lines.slice(0, -1).every((line) => line.endsWith(' ~two'))).toBe(true)
})

test('gigabytes of zeros in a few megabytes end with a sentence, and what follows is read', {
  timeout: 60_000,
}, async () => {
  const zeros = createGzip({ level: 1 })
  const file = openSync(path, 'w')
  const size = new Promise((done) => zeros.on('end', done))
  zeros.on('data', (bytes: Buffer) => writeSync(file, bytes))
  const [mega, head] = [Buffer.alloc(1024 * 1024), record({ block: 'x', fields: { 'Content-Length': '9999999999' } })]
  zeros.write(head)
  for (let at = 0; at < 1_000; at += 1) if (!zeros.write(mega)) await new Promise((done) => zeros.once('drain', done))
  zeros.end()
  await size
  writeSync(file, gzipSync(A))
  const items = await itemsFrom()
  expect(items.map(({ kind }) => kind)).toEqual(['fault', 'record'])
  expect(items[0]).toMatchObject({ at: { at: 0, skip: 0 }, sentence: expect.stringMatching(/a hundredfold/) })
})
