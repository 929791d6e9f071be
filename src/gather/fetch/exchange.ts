import type { Socket } from 'node:net'
import { promisedLength, readBody } from '../../http/answer-body.ts'
import { type AnswerHead, headerValues, readHead } from '../../http/answer-head.ts'
import { bounded, decoded } from '../../http/content-coding.ts'
import { FetchFailure, lasting } from '../../http/fetch-failure.ts'
import { GrowingBytes } from '../../http/growing-bytes.ts'
import { hungUp, WireReader } from '../../http/wire-reader.ts'
import type { Clock } from '../../record/clock.ts'
import type { Exchange } from '../../record/received.ts'
import { checkedAddresses, type ResolveName } from './checked-addresses.ts'
import { connect } from './connect.ts'
import type { FetchLimits } from './fetch-limits.ts'
import { networkFailure } from './network-failure.ts'
import { tooSlow, Watch } from './watch.ts'
import { bareHost } from './web-url.ts'

/** How much of a body is read. */
export type BodyWish = {
  /** The most bytes of it, unpacked, that are of use; null where only the whole is, and too many are a failure. */
  readonly upTo: number | null
  /** Whether one that breaks off is good as far as it came. */
  readonly lenient: boolean
}

/** What a server answered to one request. */
export type Answer = {
  readonly head: AnswerHead
  /** Unpacked: what the server's page is. */
  readonly body: Uint8Array
  readonly exchange: Exchange
}

/** What every request of a fetcher shares. */
export type Web = {
  readonly resolve: ResolveName
  readonly allowPrivate: boolean
  readonly limits: FetchLimits
  readonly clock: Clock
  /** Aborted, with a FetchFailure as its reason, when all fetching is to end. */
  readonly stop: AbortSignal
}

export type Ask = {
  /** The request whole; see `requestBytes`. */
  readonly request: Uint8Array
  /** How much of the body is wanted, by the head; it may throw a FetchFailure where the head says enough. */
  readonly wish: (head: AnswerHead) => BodyWish
  /** What is left of the time for all requests of one page, in milliseconds. */
  readonly leftMs: number
}

const MB = 1024 * 1024

function inMegabytes(bytes: number): string {
  return `${Number((bytes / MB).toFixed(1))} MB`
}

function tooManyBytes(limit: number, what: string): FetchFailure {
  return lasting(
    'too-large',
    `${what} larger than the ${inMegabytes(limit)} that are read; save the text of the article alone and add that`,
  )
}

/** What comes over a connection, each piece within its time; the system's errors explained. */
async function* pieces(socket: Socket, watch: Watch, idleMs: number): AsyncGenerator<Uint8Array> {
  const slow = tooSlow('nothing more of the page came', idleMs)
  const stream = socket[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  for (;;) {
    const next = await watch
      .within(idleMs, slow, () => stream.next())
      .catch((error: unknown) => {
        throw networkFailure(error)
      })
    if (next.done === true) return
    yield next.value
  }
}

async function bodyOf(
  reader: WireReader,
  head: AnswerHead,
  options: BodyWish & { readonly most: number },
): Promise<Uint8Array> {
  const { upTo, lenient, most } = options
  const body = new GrowingBytes()
  if (upTo === 0) return body.bytes()
  try {
    if (upTo === null && (promisedLength(head) ?? 0) > most) throw tooManyBytes(most, 'it is')
    const tooMany = () => tooManyBytes(most, 'unpacked, it is')
    const codings = headerValues(head, 'content-encoding')
    for await (const piece of decoded(readBody(reader, head), codings, { most, tooMany })) {
      body.append(piece)
      if (upTo !== null && body.length >= upTo) break
    }
  } catch (error) {
    if (!lenient || !(error instanceof FetchFailure)) throw error
  }
  return body.bytes(0, upTo ?? body.length)
}

async function talk(
  socket: Socket,
  url: URL,
  { ask, watch, web }: { readonly ask: Ask; readonly watch: Watch; readonly web: Web },
): Promise<Answer> {
  const { limits, clock } = web
  const sentAt = clock.now()
  // Not known any more when the connection has ended.
  const { remoteAddress: address } = socket
  if (address === undefined) throw hungUp()
  socket.write(ask.request)
  const wire = bounded(pieces(socket, watch, limits.idleMs), limits.bytes + limits.headBytes, () =>
    tooManyBytes(limits.bytes, 'it is'),
  )
  const reader = new WireReader(wire)
  const head = await watch.within(limits.headMs, tooSlow('no answer came', limits.headMs), () =>
    readHead(reader, limits.headBytes),
  )
  const body = await bodyOf(reader, head, { ...ask.wish(head), most: limits.bytes })
  return { head, body, exchange: { url: url.href, address, sentAt, request: ask.request, response: reader.bytes } }
}

/**
 * Sends one request over a connection of its own and reads the answer, each byte of both kept as it went. The address
 * connected to is one of those that were checked.
 *
 * @throws FetchFailure for all that a server, a name or the network may do
 */
export async function exchange(url: URL, ask: Ask, web: Web): Promise<Answer> {
  const { limits } = web
  const { connectMs } = limits
  const watch = new Watch(web.stop)
  let socket: Socket | null = null
  try {
    return await watch.within(ask.leftMs, tooSlow('the page did not come whole', limits.wholeMs), async () => {
      const addresses = await watch.within(connectMs, tooSlow('the name of the site was not found', connectMs), () =>
        checkedAddresses(bareHost(url), web),
      )
      socket = await watch.within(connectMs, tooSlow('no connection came about', connectMs), () =>
        connect(url, addresses, watch.signal),
      )
      return talk(socket, url, { ask, watch, web })
    })
  } catch (error) {
    throw networkFailure(error)
  } finally {
    watch.end()
    ;(socket as Socket | null)?.destroy()
  }
}
