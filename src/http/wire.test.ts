/** Answers read from pieces of any size: what was sent comes out, and nothing that is sent does harm. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBody } from './answer-body.ts'
import { readHead } from './answer-head.ts'
import { FetchFailure } from './fetch-failure.ts'
import { WireReader } from './wire-reader.ts'

const HEAD_BYTES = 4_096

/** The bytes in pieces of the sizes given, over and over. */
async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(bytes: Uint8Array, sizes: readonly number[]) {
  const reader = new WireReader(inPieces(bytes, sizes))
  const head = await readHead(reader, HEAD_BYTES)
  const body = Buffer.concat(await Array.fromAsync(readBody(reader, head)))
  return { head, body, kept: reader.bytes }
}

/** A body as one of the three forms sends it: its headers, and its bytes. */
const FORMS: readonly ((body: Uint8Array, sizes: readonly number[]) => Promise<readonly [string, Uint8Array]>)[] = [
  async (body) => [`Content-Length: ${body.length}\r\n`, body],
  async (body) => ['', body],
  async (body, sizes) => {
    const pieces = await Array.fromAsync(inPieces(body, sizes))
    const chunks = pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ])
    return ['Transfer-Encoding: chunked\r\n', Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')])]
  },
]

const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 })

test('any body in any form and any pieces comes out, and its bytes are kept', async () => {
  const form = fc.nat(FORMS.length - 1)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), form, sizes, sizes, async (body, at, pieces, chunks) => {
      const [headers, sent] = (await FORMS[at]?.(body, chunks)) ?? ['', body]
      const answer = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}X: y\r\n\r\n`), sent])
      const { body: out, kept } = await read(answer, pieces)
      expect(out).toEqual(Buffer.from(body))
      expect(kept).toEqual(new Uint8Array(answer))
    }),
  )
})

test('an answer that is damaged anywhere is read, or refused with a sentence', async () => {
  const good = Buffer.from(
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5;a\r\nabcde\r\n3\r\nfgh\r\n0\r\nX: y\r\n\r\n',
  )
  const damage = fc.record({
    at: fc.nat(good.length - 1),
    cut: fc.nat(5),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 5 }),
      fc.constantFrom('\r\n', '\n', ':', '0', 'f').map((text) => Buffer.from(text)),
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), sizes, async (damages, pieces) => {
      const answer = damages.reduce<Uint8Array>(
        (bytes, { at, cut, put }) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
        good,
      )
      const outcome = await read(answer, pieces).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(FetchFailure)
      // Nothing is made up: what is kept was sent, from its start.
      else expect(Buffer.from(answer).includes(Buffer.from((outcome as { kept: Uint8Array }).kept))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a million chunks are no page', async () => {
  async function* endless() {
    yield Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
    const chunks = Buffer.from('1\r\nx\r\n'.repeat(10_000))
    for (let count = 0; count < 100; count++) yield chunks
  }
  const reader = new WireReader(endless())
  const head = await readHead(reader, HEAD_BYTES)
  await expect(Array.fromAsync(readBody(reader, head))).rejects.toThrow(/damaged form/)
})
