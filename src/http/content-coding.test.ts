import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decoded } from './content-coding.ts'

const TEXT = 'The mill at Overcombe will not open before the spring. '.repeat(40)
const MOST = 100_000

/** Puts codings on, in the order of the header. */
const CODERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  'raw deflate': deflateRawSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  identity: (bytes) => bytes,
}

function coded(bytes: Uint8Array, codings: readonly string[]): Uint8Array {
  return codings.reduce((packed, coding) => CODERS[coding]?.(packed) ?? packed, bytes)
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What comes out, one byte at a time going in. */
async function unpacked(bytes: Uint8Array, header: readonly string[], size = 1): Promise<string> {
  const out = decoded(pieces(bytes, size), header, { most: MOST, tooMany: () => new Error('too many') })
  return Buffer.concat(await Array.fromAsync(out)).toString('utf8')
}

test.each<[header: readonly string[], codings: readonly string[]]>([
  [[], []],
  [['identity'], []],
  [['gzip'], ['gzip']],
  [['GZIP'], ['gzip']],
  [['x-gzip'], ['gzip']],
  [['deflate'], ['deflate']],
  [['deflate'], ['raw deflate']],
  [['br'], ['br']],
  [['zstd'], ['zstd']],
  [['gzip, br'], ['gzip', 'br']],
  [
    ['gzip', 'br'],
    ['gzip', 'br'],
  ],
  [['deflate,gzip , identity,zstd'], ['deflate', 'gzip', 'zstd']],
])('%j is unpacked', async (header, codings) => {
  expect(await unpacked(coded(Buffer.from(TEXT), codings), header)).toBe(TEXT)
})

test('an answer without a body needs no unpacking', async () => {
  for (const coding of ['gzip', 'br', 'zstd', 'deflate']) expect(await unpacked(new Uint8Array(), [coding])).toBe('')
})

test.each<[what: string, header: readonly string[], bytes: Uint8Array, says: RegExp]>([
  ['a coding that nobody knows', ['lzma'], Buffer.from(TEXT), /cannot be unpacked \("lzma"\)/],
  ['the name of a method', ['constructor'], Buffer.from(TEXT), /cannot be unpacked/],
  ['six layers', ['gzip,gzip,gzip,gzip,gzip,gzip'], Buffer.from(TEXT), /more layers/],
  ['plain text that is called packed', ['gzip'], Buffer.from(TEXT), /packed, and damaged/],
  ['a cut archive', ['gzip'], gzipSync(TEXT).subarray(0, -9), /packed, and damaged/],
  ['damaged bytes', ['br'], Buffer.from('\x1b\xff\xff\xff\xff\xff', 'latin1'), /packed, and damaged/],
  ['a damaged zstd frame', ['zstd'], zstdCompressSync(TEXT).fill(0xff, 8), /packed, and damaged/],
  ['a bomb', ['gzip'], gzipSync(Buffer.alloc(1_000_000)), /too many/],
  ['a bomb in a bomb', ['gzip, gzip'], gzipSync(gzipSync(Buffer.alloc(10_000_000))), /too many/],
  ['a bomb of brotli', ['br'], brotliCompressSync(Buffer.alloc(1_000_000)), /too many/],
  ['a bomb of zstd', ['zstd'], zstdCompressSync(Buffer.alloc(1_000_000)), /too many/],
  ['a bomb of deflate', ['deflate'], deflateRawSync(Buffer.alloc(1_000_000)), /too many/],
  // Its inner layer is 200 kB of archives of nothing: the page would be empty, and the way to it long.
  ['much that packs nothing', ['gzip,gzip'], gzipSync(Buffer.concat(Array(10_000).fill(gzipSync('')))), /too many/],
])('%s is refused', async (_, header, bytes, says) => {
  await expect(unpacked(bytes, header, 4_096)).rejects.toThrow(says)
})

test('ten gigabytes of zeros cost no more than the limit', async () => {
  const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024))
  let sent = 0
  async function* endless() {
    // 160 members of 64 MB each.
    for (let member = 0; member < 160; member++)
      for await (const piece of pieces(zeros, 1_024)) {
        sent += piece.length
        yield piece
      }
  }
  const out = decoded(endless(), ['gzip'], { most: MOST, tooMany: () => new Error('too many') })
  await expect(Array.fromAsync(out)).rejects.toThrow('too many')
  expect(sent).toBeLessThan(zeros.length * 2)
})
