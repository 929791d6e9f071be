import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isToken } from '../accounts/token.ts'
import { SESSION_MAX_MS } from '../record/accounts/session.ts'
import { isOverHttps, type Place } from './place.ts'

/**
 * The cookie's name. Over https no other host of the domain can set it (`__Host-`); on one's own machine the name holds
 * the port, since browsers share cookies between all servers of a machine.
 */
function nameOf(place: Place, context: Context): string {
  return isOverHttps(place, context) ? '__Host-onrecord' : `onrecord-${place.port()}`
}

/** The token of the session that a request came with; null where it has none. */
export function sessionToken(place: Place, context: Context): string | null {
  const token = getCookie(context, nameOf(place, context))
  return isToken(token) ? token : null
}

/** Gives the browser the token of a session; no script can read it, and no form of another site sends it. */
export function setSessionToken(place: Place, context: Context, token: string): void {
  setCookie(context, nameOf(place, context), token, {
    path: '/',
    httpOnly: true,
    secure: isOverHttps(place, context),
    sameSite: 'Lax',
    maxAge: SESSION_MAX_MS / 1000,
  })
}

/** Takes the token away again. */
export function clearSessionToken(place: Place, context: Context): void {
  deleteCookie(context, nameOf(place, context), { path: '/', secure: isOverHttps(place, context) })
}
