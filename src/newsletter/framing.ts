import type { MiddlewareHandler } from 'hono'
import { SECURITY_HEADERS } from '../web/headers.ts'

const POLICY = 'Content-Security-Policy'

/** Lets any page show these in a frame: they hold nothing that a click could be stolen for. */
export const allowFraming: MiddlewareHandler = (context, next) => {
  const policy = SECURITY_HEADERS[POLICY] ?? ''
  context.header(POLICY, policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  context.header('X-Frame-Options', undefined)
  return next()
}
