import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { onTestFinished } from 'vitest'
import { type FetcherOptions, openFetcher } from '../src/gather/fetch/open-fetcher.ts'
import type { Fetcher, FetchOutcome } from '../src/record/fetcher.ts'

/** An answer: its bytes (each character of a string is one), after which the connection ends; or what is done with the connection. */
export type RawAnswer = string | Uint8Array | ((socket: Socket) => void)

export type LocalSite = {
  /** `http://127.0.0.1:PORT`, without a path. */
  readonly origin: string
  readonly port: number
  /** The requests as they came, in their order. */
  readonly requests: string[]
  /** How many connections were made, those without a request too. */
  connections(): number
}

export type LocalSiteOptions = {
  readonly address?: string
  /** 0 takes a free one. */
  readonly port?: number
  /** Makes it a site of https. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

function pathOf(request: string): string {
  return request.split(' ')[1] ?? ''
}

function answerTo(request: string, answers: Readonly<Record<string, RawAnswer>>): RawAnswer {
  const missing = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'
  return answers[pathOf(request)] ?? missing
}

/**
 * A real server on this machine that answers to the byte; closed when the running test has finished.
 *
 * @param answers by path; all other paths are a 404
 */
export async function localSite(
  answers: Readonly<Record<string, RawAnswer>>,
  { address = '127.0.0.1', port = 0, tls }: LocalSiteOptions = {},
): Promise<LocalSite> {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  let connections = 0
  const serve = (socket: Socket) => {
    let request = ''
    socket.on('data', (bytes: Buffer) => {
      request += bytes.toString('latin1')
      if (!request.endsWith('\r\n\r\n')) return
      requests.push(request)
      const answer = answerTo(request, answers)
      if (typeof answer === 'function') answer(socket)
      else socket.end(Buffer.from(answer as string, 'latin1'))
    })
  }
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve)
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    // A client that has enough breaks the connection off: that is what is tested.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => undefined)
  server.listen({ host: address, port })
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  const bound = (server.address() as { readonly port: number }).port
  const origin = `${tls === undefined ? 'http' : 'https'}://${address.includes(':') ? `[${address}]` : address}:${bound}`
  return { origin, port: bound, requests, connections: () => connections }
}

/** An answer with its Content-Length. */
export function page(body: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ 'Content-Type': 'text/plain', 'Content-Length': String(body.length), ...headers })
  return `HTTP/1.1 200 OK\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

/** An answer that leads on. */
export function redirect(to: string, status = 302): string {
  return `HTTP/1.1 ${status} Found\r\nLocation: ${to}\r\nContent-Length: 0\r\n\r\n`
}

/** A fetcher that may fetch from this machine, and does not wait between two pages; closed with the running test. */
export function localFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = openFetcher({
    userAgent: 'Onrecord/test',
    allowPrivate: true,
    respectRobots: true,
    clock: { now: () => new Date().toISOString() },
    wait: async () => undefined,
    ...options,
  })
  onTestFinished(() => fetcher.close())
  return fetcher
}

/** Fetches one address without a condition. */
export function get(fetcher: Fetcher, url: string): Promise<FetchOutcome> {
  return fetcher.fetch({ url, etag: null, lastModified: null })
}

/** An outcome in a line: the page's text, "unchanged", or "CODE: SENTENCE", with "…" where it may pass. */
export function told(outcome: FetchOutcome): string {
  if (outcome.state === 'unchanged') return 'unchanged'
  if (outcome.state === 'fetched') return Buffer.from(outcome.input.bytes).toString('utf8')
  return `${outcome.fault.code}: ${outcome.fault.sentence}${outcome.mayPass ? ' …' : ''}`
}
