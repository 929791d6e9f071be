import type { Context } from 'hono'
import type { Session } from '../record/accounts/session.ts'
import { isOverHttps, type Place } from './place.ts'

/** Longer names of browsers tell nobody more. */
const MAX_BROWSER = 200

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.)/u

/** What the server knows of the connection; requests of tests have none. */
type Connected = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined

/**
 * From where a request came, and by which browser. Of a proxy on this machine, behind which the https address stands,
 * it is told from where; nobody else is believed.
 */
export function seenFrom(place: Place, context: Context): Pick<Session, 'from' | 'browser'> {
  const peer = (context.env as Connected)?.incoming?.socket?.remoteAddress ?? null
  const told = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  const isProxied = peer !== null && LOOPBACK.test(peer) && isOverHttps(place, context)
  const browser = context.req.header('User-Agent')?.slice(0, MAX_BROWSER).toWellFormed().replaceAll('\0', '')
  return { from: (isProxied && told?.slice(0, 45)) || peer, browser: browser || null }
}
