import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import type { ReturnAddresses } from '../record/newsletter/return-address.ts'
import { type BounceReport, bounceReport } from './bounce-report.ts'

/** A report may hold the whole message; in bytes. */
const MAX_BYTES = 1024 * 1024
const MAX_CLIENTS = 50
const SILENCE_MS = 60_000

/** A report about one delivery, which only whoever got its message can have sent. */
export type Returned = BounceReport & { readonly delivery: number }

export type BounceListener = { readonly port: number; close(): Promise<void> }

/** The words of a message; null where it is longer than any report. */
async function bytesOf(stream: Readable): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BYTES) chunks.push(chunk)
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks) : null
}

function refused(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

/**
 * Takes in failures by SMTP, at addresses that we made ourselves. It takes no other mail, and relays none.
 *
 * @param parts.take resolves when the report is on the disk; only then the server is told that we have it
 */
export async function listenForBounces(parts: {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly addresses: ReturnAddresses
  readonly take: (returned: Returned) => Promise<void>
  /** Told of every error that is ours. */
  readonly report: (error: unknown) => void
}): Promise<BounceListener> {
  const { addresses, take, report } = parts
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: MAX_CLIENTS,
    size: MAX_BYTES,
    socketTimeout: SILENCE_MS,
    logger: false,
    onRcptTo: ({ address }, _, done) =>
      done(addresses.deliveryOf(address) === null ? refused(550, '5.1.1 no such address here') : null),
    onData: async (stream, { envelope }, done) => {
      try {
        const bytes = await bytesOf(stream)
        if (bytes === null) return done(refused(552, '5.3.4 too long for a report'))
        const found = bounceReport(bytes)
        // Who answers by hand or by machine is thanked, and nothing is done.
        for (const { address } of found === null ? [] : envelope.rcptTo) {
          const delivery = addresses.deliveryOf(address)
          if (found !== null && delivery !== null) await take({ ...found, delivery })
        }
        done(null, '2.0.0 thank you')
      } catch (error) {
        report(error)
        done(refused(451, '4.3.0 try again later'))
      }
    },
  })
  // Connections end in many ways, none of which is ours to mend.
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(parts.port, parts.host, resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
