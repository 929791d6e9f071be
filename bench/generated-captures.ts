import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Coverage } from '../src/record/coverage.ts'
import type { Exchange } from '../src/record/received.ts'
import { generatedCoverage, seededRandom, wordNumber, zipf } from './generated-coverage.ts'

const DAY = '2026-03-01T12:00:00.000Z'
/** Different bodies that pages are made of: making one takes longer than capturing it. */
const BODIES = 16
/** One page in as many is answered with a redirect first. */
const REDIRECTED = 10

/** Part of a page and, packed, what a server sends for it: gzip members follow one another. */
type Part = { readonly plain: Buffer; readonly packed: Buffer }

function part(text: string): Part {
  const plain = Buffer.from(text)
  return { plain, packed: gzipSync(plain, { level: 6 }) }
}

/** Markup with words that take as much room as those of a language, of about `bytes` bytes packed. */
function bodyOf(seed: number, bytes: number): Part {
  const random = seededRandom(seed)
  // Words of the invented language pack to about 2.3 bytes each.
  const count = Math.ceil(bytes / 2.3)
  const words = Array.from({ length: count }, (_, n) => (n % 40 === 0 ? '</p>\n<p>' : wordNumber(zipf(random, 60_000))))
  return part(`<main><p>${words.join(' ')}</p></main>`)
}

function answerHead(status: string, fields: readonly string[]): string {
  return `HTTP/1.1 ${status}\r\n${['Server: bench', 'Date: Sun, 01 Mar 2026 12:00:00 GMT', ...fields].join('\r\n')}\r\n\r\n`
}

function exchange(url: string, response: Buffer): Exchange {
  const { host, pathname } = new URL(url)
  const request = Buffer.from(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\n\r\n`)
  return { url, address: '192.0.2.7', sentAt: DAY, request, response }
}

/** Bytes of what was sent and received over the wire. */
export function wireBytes({ received }: Coverage): number {
  return (received?.exchanges ?? []).reduce((sum, { request, response }) => sum + request.length + response.length, 0)
}

/**
 * Makes pages as they are fetched: packed and in chunks, some behind a redirect. Their articles are generated ones of
 * twelve statements each.
 *
 * @param pageBytes of a page's body as it goes over the wire
 * @returns the nth of them
 */
export function generatedCaptures(pageBytes: number): (n: number) => Coverage {
  const bodies = Array.from({ length: BODIES }, (_, seed) => bodyOf(seed + 1, pageBytes))
  return (n) => {
    const coverage = generatedCoverage(n)
    const head = part(`<!doctype html><title>${coverage.article.headline}</title><!-- ${n} -->`)
    const body = bodies[n % BODIES] as Part
    const bytes = Buffer.concat([head.plain, body.plain])
    const sent = Buffer.concat([head.packed, body.packed])
    const url = `https://courier.example/${n}`
    const fields = ['Content-Type: text/html; charset=utf-8', 'Content-Encoding: gzip', 'Transfer-Encoding: chunked']
    const answer = Buffer.concat([
      Buffer.from(`${answerHead('200 OK', fields)}${sent.length.toString(16)}\r\n`),
      sent,
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const moved = Buffer.from(answerHead('301 Moved Permanently', [`Location: ${url}`, 'Content-Length: 0']))
    const isMoved = n % REDIRECTED === 0
    const exchanges = [...(isMoved ? [exchange(`${url}/old`, moved)] : []), exchange(url, answer)]
    return {
      ...coverage,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      contentType: 'text/html; charset=utf-8',
      url,
      name: url,
      received: {
        via: 'fetch',
        askedUrl: isMoved ? `${url}/old` : null,
        at: DAY,
        status: 200,
        headers: fields.map((field) => field.split(': ') as [string, string]),
        address: '192.0.2.7',
        recordId: null,
        exchanges,
      },
    }
  }
}
