import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import type { Archive, ArchiveEnd, PlacedRecord } from '../record/archive.ts'
import type { Capture } from '../record/coverage.ts'
import type { Exchange } from '../record/received.ts'
import { openArchive } from './open-archive.ts'

const NOW = '2026-03-01T12:00:00.000Z'
const COLLECTOR = { software: 'Onrecord/test', operator: 'The Example Desk' }
const FILE = 'onrecord-00001.warc.gz'

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function captureOf(bytes: Uint8Array, changes: Partial<Capture> = {}): Capture {
  return { sha256: digestOf(bytes), contentType: 'text/html', url: null, received: null, name: 'a.html', ...changes }
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'

function exchange(url: string, response: string | Uint8Array): Exchange {
  const { host, pathname } = new URL(url)
  const request = Buffer.from(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  return { url, address: '192.0.2.7', sentAt: '2026-03-01T11:59:58.123Z', request, response: Buffer.from(response) }
}

function fetched(...exchanges: readonly Exchange[]): Partial<Capture> {
  const url = exchanges.at(-1)?.url ?? null
  const received = {
    via: 'fetch',
    askedUrl: null,
    at: NOW,
    status: 200,
    headers: [],
    address: null,
    recordId: null,
  } as const
  return { url, received: { ...received, exchanges } }
}

/** Adds a capture behind `end`. */
async function add(archive: Archive, capture: Capture, bytes: Uint8Array | null, end: ArchiveEnd | null = null) {
  const kept = async () => ({ id: '<urn:uuid:1>', url: 'https://example.org/a', date: NOW })
  const records = await archive.pack(capture, { bytes, now: NOW, kept })
  return archive.append(records, { end, now: NOW })
}

function endOf(records: readonly PlacedRecord[]): ArchiveEnd {
  const { file, offset, length } = records.at(-1)?.place ?? { file: '', offset: 0, length: 0 }
  return { file, length: offset + length }
}

/** What a record of a file says, ids and digests left out. */
function told(folder: string, { place: { file, offset, length } }: PlacedRecord): string {
  const member = readFileSync(join(folder, file)).subarray(offset, offset + length)
  return gunzipSync(member)
    .toString()
    .split('\r\n')
    .filter((line) => !/^(?:WARC-(?:Record-ID|Concurrent-To|Block-Digest|Payload-Digest)|Content-Length):/u.test(line))
    .join('\n')
    .trim()
}

test('the bytes of a file come back, and the archive says how they came', async () => {
  const folder = temporaryFolder()
  const archive = openArchive({ folder, collector: COLLECTOR })
  const bytes = Buffer.from([0, 255, 13, 10, 13, 10])
  const records = await add(archive, captureOf(bytes), bytes)
  expect(records.map(({ type, holdsBlob }) => `${type}${holdsBlob ? ' with the blob' : ''}`)).toEqual([
    'warcinfo',
    'resource with the blob',
    'metadata',
  ])
  const [info, resource, metadata] = records as [PlacedRecord, PlacedRecord, PlacedRecord]
  expect(new Uint8Array(await archive.blob(resource.place))).toEqual(new Uint8Array(bytes))
  expect(told(folder, info)).toContain('software: Onrecord/test\nformat: WARC File Format 1.1')
  expect(told(folder, info)).toContain('operator: The Example Desk')
  expect(told(folder, metadata)).toContain('\n\nvia: file\nname: a.html')
  expect(resource.url).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/u)
  await archive.close()
})

test('each hop of a fetch is kept as it went over the wire', async () => {
  const folder = temporaryFolder()
  const archive = openArchive({ folder, collector: COLLECTOR })
  const bytes = Buffer.from('<p>It is over.')
  const moved = 'HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n'
  const hops = [exchange('https://example.org/a', moved), exchange('https://example.org/b', `${HEAD}${bytes}`)]
  const records = await add(archive, captureOf(bytes, fetched(...hops)), bytes)
  expect(records.map(({ type, url }) => `${type} ${url}`)).toEqual([
    'warcinfo null',
    'request https://example.org/a',
    'response https://example.org/a',
    'request https://example.org/b',
    'response https://example.org/b',
  ])
  expect(records.map(({ holdsBlob }) => holdsBlob)).toEqual([false, false, false, false, true])
  expect(told(folder, records[4] as PlacedRecord)).toBe(
    [
      'WARC/1.1',
      'WARC-Type: response',
      'WARC-Date: 2026-03-01T11:59:58.123Z',
      'WARC-Target-URI: https://example.org/b',
      'WARC-IP-Address: 192.0.2.7',
      'Content-Type: application/http; msgtype=response',
      '',
      'HTTP/1.1 200 OK',
      'Content-Type: text/html',
      '',
      '<p>It is over.',
    ].join('\n'),
  )
  await archive.close()
})

/** How a page of these bytes may come over the wire. */
const PAGE = Buffer.from('<p>It is over.')
const PACKED = gzipSync(PAGE)
const hex = (part: Uint8Array) => part.length.toString(16)
const WIRES: readonly [name: string, response: Uint8Array][] = [
  ['as it is', Buffer.from(`${HEAD}${PAGE}`)],
  ['with its length', Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`)],
  [
    'in chunks',
    Buffer.from(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n${PAGE.subarray(0, 5)}\r\n9\r\n${PAGE.subarray(5)}\r\n0\r\n\r\n`,
    ),
  ],
  [
    'packed, in a chunk',
    Buffer.concat([
      Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n${hex(PACKED)}\r\n`),
      PACKED,
      Buffer.from('\r\n0\r\n\r\n'),
    ]),
  ],
  ['after a word on the way', Buffer.from(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${HEAD}${PAGE}`)],
]

test.each(WIRES)('a page that came over the wire %s comes back', async (_, response) => {
  const archive = openArchive({ folder: null, collector: COLLECTOR })
  const records = await add(archive, captureOf(PAGE, fetched(exchange('https://example.org/a', response))), PAGE)
  const { place } = records.at(-1) as PlacedRecord
  expect(Buffer.from(await archive.blob(place)).toString()).toBe(PAGE.toString())
  const blobs = [digestOf(PAGE), digestOf(Buffer.from('other'))]
  const states = await archive.check(
    place.file,
    blobs.map((blob) => ({ ...place, blob })),
  )
  expect(states).toEqual(['whole', 'altered'])
  await archive.close()
})

test('a page that came again unchanged keeps its head and says where its body is', async () => {
  const folder = temporaryFolder()
  const archive = openArchive({ folder, collector: COLLECTOR })
  const bytes = Buffer.from('<p>It is over.')
  const again = exchange('https://example.org/a', `${HEAD}${bytes}`)
  const records = await add(archive, captureOf(bytes, fetched(again)), null)
  const revisit = records.at(-1) as PlacedRecord
  expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'request', 'revisit'])
  expect(revisit.holdsBlob).toBe(false)
  expect(told(folder, revisit)).toContain(
    'WARC-Refers-To: <urn:uuid:1>\nWARC-Refers-To-Target-URI: https://example.org/a',
  )
  expect(told(folder, revisit)).not.toContain('It is over')
  await archive.close()
})

test('what a broken-off append left behind the end goes with the next one', async () => {
  const folder = temporaryFolder()
  const bytes = Buffer.from('one')
  const archive = openArchive({ folder, collector: COLLECTOR })
  const first = await add(archive, captureOf(bytes), bytes)
  appendFileSync(join(folder, FILE), Buffer.alloc(5000, 7))
  const second = await add(archive, captureOf(bytes), bytes, endOf(first))
  expect(second[0]?.place.offset).toBe(endOf(first).length)
  expect(readFileSync(join(folder, FILE)).length).toBe(endOf(second).length)
  await archive.close()
})

test('a full file is followed by another, which says what it is too', async () => {
  const folder = temporaryFolder()
  const bytes = Buffer.from('one')
  const archive = openArchive({ folder, collector: COLLECTOR, fullBytes: 100 })
  const first = await add(archive, captureOf(bytes), bytes)
  const second = await add(archive, captureOf(bytes), bytes, endOf(first))
  expect(second.map(({ type, place }) => `${type} ${place.file}`).slice(0, 2)).toEqual([
    'warcinfo onrecord-00002.warc.gz',
    'resource onrecord-00002.warc.gz',
  ])
  await archive.close()
})

/** What happened to the archive's file, and what reading the blob and adding another then say. */
const FAULTS: readonly [name: string, harm: (path: string) => void, read: string | null, appended: string | null][] = [
  ['a byte altered', (path) => writeFileSync(path, flipped(readFileSync(path))), 'archive-altered', null],
  ['cut short', (path) => truncateSync(path, 400), 'archive-altered', 'archive-short'],
  ['emptied', (path) => truncateSync(path, 0), 'archive-altered', 'archive-short'],
]

/** Alters a byte in the middle, which is the resource's: its bytes cannot be packed. */
function flipped(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}

test.each(FAULTS)('%s: said for what it is', async (_, harm, read, appended) => {
  const folder = temporaryFolder()
  const bytes = Buffer.from(Array.from({ length: 3000 }, (_each, n) => (n * n * 31) % 251))
  const archive = openArchive({ folder, collector: COLLECTOR })
  const records = await add(archive, captureOf(bytes), bytes)
  harm(join(folder, FILE))
  const resource = records[1] as PlacedRecord
  if (read !== null) await expect(archive.blob(resource.place)).rejects.toMatchObject({ code: read })
  if (appended !== null)
    await expect(add(archive, captureOf(bytes), bytes, endOf(records))).rejects.toMatchObject({ code: appended })
  await archive.close()
})

test('a folder that may not be made is a sentence', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const archive = openArchive({ folder: join(file, 'archive'), collector: COLLECTOR })
  await expect(add(archive, captureOf(Buffer.from('a')), Buffer.from('a'))).rejects.toMatchObject({
    code: 'not-writable',
  })
})
