/** Wires the pages to a port on this machine. */
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { sampleInputs } from './gather/samples.ts'
import { createPages } from './pages.ts'
import { ExpectedError } from './record/expected-error.ts'
import type { Following } from './record/following.ts'
import type { HandedIn } from './record/handed-in.ts'
import type { Id } from './record/id.ts'
import type { RecordKey } from './record/keyed-digest.ts'
import type { Mailer } from './record/mailer.ts'
import type { Subscribers } from './record/newsletter/subscribers.ts'
import type { PageToken } from './record/page-token.ts'
import type { Queue } from './record/queue.ts'
import type { Store } from './record/store.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'

/** Both loopback addresses: browsers take "localhost" for either. Nothing beyond this machine can reach them. */
const LOOPBACK = ['127.0.0.1', '::1'] as const

/** A machine without IPv6 has no ::1; the other address serves it whole. */
const ABSENT = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

export type Listening = {
  /** Where a browser finds it: `http://localhost:4600`. */
  readonly address: string
  close(): Promise<void>
}

export type ListenOptions = {
  /** On this machine; 0 takes a free one. */
  readonly port: number
  /** Where others reach the server; null where nobody does. */
  readonly listen: Settings['listen']
  readonly mailer: Mailer
  readonly subscribers: Subscribers
  readonly recordKey: RecordKey
  readonly store: Store
  readonly queue: Queue
  readonly following: Following
  /** Of the bookmarklet. */
  readonly pageToken: PageToken
  /** Where the public reaches its pages; null where that is the address that is listened on. */
  readonly address: string | null
  readonly addSampleDossier: () => Promise<Id>
  readonly handedIn: HandedIn
  /** Told of every error that is ours. */
  readonly report: (error: unknown) => void
}

function refusal(port: number, code = 'no code'): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken, perhaps by another Onrecord: use that one ("npx onrecord add PATH…" adds to its record), or set ONRECORD_PORT to a free port`
  if (code === 'EACCES')
    return `port ${port} may not be opened by you, as mostly those below 1024; set ONRECORD_PORT to another port`
  return `port ${port} could not be opened (the system's error ${code}); set ONRECORD_PORT to another port`
}

function bind(server: Server, host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (ABSENT.has(error.code ?? '')) return resolve(null)
      reject(new ExpectedError(refusal(port, error.code)))
    })
    server.listen({ host, port }, () => {
      const bound = server.address()
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port)
    })
  })
}

/**
 * Serves the record on the loopback addresses, or where others reach it.
 *
 * @throws ExpectedError where the port cannot be had; nothing is left listening then
 */
export async function listen({ port, listen: place, report, ...parts }: ListenOptions): Promise<Listening> {
  let bound = place?.port ?? port
  const pages = createPages({
    ...parts,
    clock: systemClock,
    samples: sampleInputs,
    port: () => bound,
    report,
  })
  const listener = getRequestListener(pages.fetch)
  const servers: Server[] = []
  const close = async () => {
    for (const server of servers) server.closeAllConnections()
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  }
  try {
    for (const host of place === null ? LOOPBACK : [place.host]) {
      const server = createServer(listener)
      const got = await bind(server, host, bound)
      if (got === null) continue
      servers.push(server)
      bound = got
    }
  } catch (error) {
    await close()
    throw error
  }
  return { address: `http://localhost:${bound}`, close }
}
