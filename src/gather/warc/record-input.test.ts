import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answer, type RecordParts, record } from '../../../test/warc-file.ts'
import { MAX_INPUT_BYTES } from '../../article/limits.ts'
import type { ByteSource } from './byte-source.ts'
import { type FromRecord, mayHoldPage, recordInput } from './record-input.ts'
import { warcRecords } from './warc-records.ts'

function sourceOf(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    async *open(offset) {
      yield bytes.subarray(offset)
    },
  }
}

async function fromRecord(parts: RecordParts): Promise<FromRecord> {
  const items = warcRecords(sourceOf(record(parts)), { from: { at: 0, skip: 0 }, wants: mayHoldPage })
  for await (const item of items) if (item.kind === 'record') return recordInput(item, 'a.warc')
  throw new Error('there is no record')
}

/** The kind, and of a page its body in short. */
function shown(from: FromRecord): string {
  if (from.kind === 'page') return `page ${Buffer.from(from.input.bytes).toString('latin1').slice(0, 20)}`
  return from.kind === 'fault' ? `fault ${from.sentence}` : from.kind
}

const HTML = '<html>words</html>'
const chunk = (words: string) => `${words.length.toString(16)}\r\n${words}\r\n`
const coded = (coding: string, body: Buffer) => answer(body, { 'Content-Encoding': coding })
const typed = (type: string, body = HTML) => ({ block: answer(body, { 'Content-Type': type }) })
const html = { fields: { 'Content-Type': 'text/html' }, block: HTML }

const RECORDS: readonly [what: string, parts: RecordParts, shown: string][] = [
  ['a page', { block: answer(HTML) }, `page ${HTML}`],
  ['a page of HTTP/2', { block: Buffer.from(`HTTP/2 200\r\nContent-Type: text/html\r\n\r\n${HTML}`) }, `page ${HTML}`],
  ['line feeds alone', { block: Buffer.from(`HTTP/1.0 200 OK\nContent-Type: text/html\n\n${HTML}`) }, `page ${HTML}`],
  [
    'chunked',
    { block: answer(`${chunk('<html>')}${chunk('words')}0\r\n\r\n`, { 'Transfer-Encoding': 'chunked' }) },
    'page <html>words',
  ],
  [
    'chunks with extensions, cut off',
    { block: answer('6;a=b\r\n<html>\r\n9\r\nwor', { 'Transfer-Encoding': 'chunked' }) },
    'page <html>wor',
  ],
  ['chunked by its head alone', { block: answer(HTML, { 'Transfer-Encoding': 'chunked' }) }, `page ${HTML}`],
  ['gzip', { block: coded('gzip', gzipSync(HTML)) }, `page ${HTML}`],
  ['deflate', { block: coded('deflate', deflateSync(HTML)) }, `page ${HTML}`],
  ['deflate without its frame', { block: coded('deflate', deflateRawSync(HTML)) }, `page ${HTML}`],
  ['brotli', { block: coded('br', brotliCompressSync(HTML)) }, `page ${HTML}`],
  ['zstd', { block: coded('zstd', zstdCompressSync(HTML)) }, `page ${HTML}`],
  ['two codings', { block: coded('br, gzip', gzipSync(brotliCompressSync(HTML))) }, `page ${HTML}`],
  ['packed by its head alone', { block: coded('gzip', Buffer.from(HTML)) }, `page ${HTML}`],
  [
    'a coding nobody knows',
    { block: coded('sdch', Buffer.from('x')) },
    'fault its body is packed in a way that is not known here; it was left out',
  ],
  [
    'a damaged body',
    { block: coded('gzip', gzipSync(HTML).subarray(0, 20)) },
    'fault its body is packed, and damaged; it was left out',
  ],
  [
    'a bomb',
    { block: coded('gzip', gzipSync(Buffer.alloc(MAX_INPUT_BYTES + 1))) },
    'fault it unpacks to more than any article; it was left out',
  ],
  ['a length that lies', { block: answer(HTML, { 'Content-Length': '3' }) }, `page ${HTML}`],
  ['a body without a head', { block: Buffer.from(HTML) }, `page ${HTML}`],
  ['no type, but a page', typed(''), `page ${HTML}`],
  ['no type, and no page', typed('', 'words'), 'passed'],
  ['a picture', typed('image/png'), 'passed'],
  ['a feed', typed('application/rss+xml'), 'passed'],
  ['a text that a site answers', typed('text/plain'), 'passed'],
  [
    'a packed picture that is damaged',
    { block: answer('x', { 'Content-Type': 'image/png', 'Content-Encoding': 'gzip' }) },
    'passed',
  ],
  ['a redirect', { block: answer(HTML, { Location: '/b' }, 301) }, 'passed'],
  ['an error', { block: answer(HTML, {}, 404) }, 'passed'],
  ['an answer without a body', { block: answer('') }, 'passed'],
  ['robots.txt', { uri: 'https://example.org/robots.txt', block: answer(HTML) }, 'passed'],
  ['a request', { type: 'request', block: 'GET / HTTP/1.1\r\n\r\n' }, 'passed'],
  ['metadata', { type: 'metadata', ...html }, 'passed'],
  ['a later part of a record', { type: 'continuation', ...html }, 'passed'],
  ['a type nobody knows', { type: 'novelty', ...html }, 'passed'],
  ['a page kept as a resource', { type: 'resource', ...html }, `page ${HTML}`],
  ['a text kept as a resource', { type: 'resource', block: 'words' }, 'page words'],
  ['a text of the program’s own', { type: 'resource', uri: 'metadata://wget/log', block: 'words' }, 'passed'],
  ['the text of a page', { type: 'conversion', block: 'words' }, 'page words'],
  [
    'a record without a date',
    { date: null, block: answer(HTML) },
    'fault it does not say when it was captured; it was left out',
  ],
  [
    'a record without a date, but its answer has one',
    { date: null, block: answer(HTML, { Date: 'Tue, 08 Mar 2022 09:30:00 GMT' }) },
    `page ${HTML}`,
  ],
  [
    'a revisit that says of what',
    {
      type: 'revisit',
      fields: { 'WARC-Refers-To-Target-URI': 'https://example.org/b', 'WARC-Refers-To-Date': '2022-03-01T00:00:00Z' },
      block: answer(''),
    },
    'revisit',
  ],
  [
    'a revisit that says of what day',
    { type: 'revisit', fields: { 'WARC-Refers-To-Date': '2022-03-01T00:00:00Z' }, block: '' },
    'revisit',
  ],
  ['a revisit of nothing that is named', { type: 'revisit', block: answer('') }, 'passed'],
]

test.each(RECORDS)('%s', async (_, parts, expected) => {
  expect(shown(await fromRecord(parts))).toBe(expected)
})

test('the input keeps how the bytes were received', async () => {
  const fields = { 'WARC-IP-Address': '192.0.2.7', 'WARC-Record-ID': '<urn:uuid:7>' }
  const from = await fromRecord({ fields, block: answer(HTML, { 'X-Odd': 'a\0b' }) })
  expect(from).toMatchObject({
    kind: 'page',
    input: {
      name: 'a.warc: record at byte 0',
      url: 'https://example.org/a',
      contentType: 'text/html; charset=utf-8',
      received: {
        via: 'archive',
        askedUrl: null,
        at: '2022-03-08T09:30:00.000Z',
        status: 200,
        headers: [
          ['Content-Type', 'text/html; charset=utf-8'],
          ['X-Odd', 'a\ufffdb'],
        ],
        address: '192.0.2.7',
        recordId: '<urn:uuid:7>',
        exchanges: [],
      },
    },
  })
})

test.each<[field: string, value: string, part: string, is: unknown]>([
  ['WARC-Target-URI', '<https://example.org/wget>', 'url', 'https://example.org/wget'],
  ['WARC-Target-URI', 'https:// no address', 'url', null],
  ['WARC-Target-URI', 'javascript:alert(1)', 'url', null],
  ['WARC-IP-Address', 'nowhere', 'address', null],
  ['WARC-Record-ID', '', 'recordId', null],
  ['WARC-Date', '2022-03-08T09:30:00.696509Z', 'at', '2022-03-08T09:30:00.696Z'],
])('%s: %s', async (field, value, part, is) => {
  const from = await fromRecord({ fields: { [field]: value }, block: answer(HTML) })
  const input = from.kind === 'page' ? from.input : null
  expect({ ...input?.received, url: input?.url }).toMatchObject({ [part]: is })
})

const BLOCK = answer(HTML)
const digests: readonly [digest: string, notes: number][] = [
  ['sha1:WRONG', 1],
  ['crc32:12345678', 0],
  ['', 0],
]

test.each(digests)('the digest "%s" is told where it is wrong, and the page is read', async (digest, notes) => {
  const from = await fromRecord({ fields: { 'WARC-Block-Digest': digest }, block: BLOCK })
  expect(from.kind === 'page' && from.notes).toHaveLength(notes)
})
