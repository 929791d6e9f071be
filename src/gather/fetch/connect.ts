import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { hungUp } from '../../http/wire-reader.ts'
import { bareHost } from './web-url.ts'

/** How long one of several addresses is tried before the next, in milliseconds: a round trip around the world thrice. */
const NEXT_ADDRESS_MS = 1_000

/** A look-up that knows one answer: what the caller has checked. Nobody is asked again. */
function answering(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_, options, done) => {
    const [first] = found
    if (options.all === true || first === undefined) done(null, found)
    else done(null, first.address, first.family)
  }
}

/**
 * Connects to one of `addresses`, which were checked: no name is looked up. For https, the certificate has to be
 * one for the host of `url`.
 *
 * @param addresses IP addresses of that host, best first, at least one
 * @throws the system's error where none can be connected to
 */
export async function connect(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<Socket> {
  const host = bareHost(url)
  const options = {
    host,
    lookup: answering(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
  }
  const isTls = url.protocol === 'https:'
  const port = url.port === '' ? (isTls ? 443 : 80) : Number(url.port)
  const socket = isTls
    ? connectTls({
        ...options,
        port,
        rejectUnauthorized: true,
        ALPNProtocols: ['http/1.1'],
        ...(isIP(host) === 0 && { servername: host }),
      })
    : connectPlain({ ...options, port })
  signal.addEventListener('abort', () => socket.destroy(), { once: true })
  return new Promise((resolve, reject) => {
    // Stays on: what a socket says after it was given up is nobody's business, but unheard it would end the process.
    socket.on('error', reject)
    socket.once(isTls ? 'secureConnect' : 'connect', () => resolve(socket))
    socket.once('close', () => reject(hungUp()))
  })
}
