import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Name of the cookie that a form's token belongs to. */
export const FORM_COOKIE = 'onrecord-form'
const COOKIE_VALUE = /^[0-9a-f]{32}$/

/** Makes and checks the tokens of forms. */
export type FormTokens = {
  /** The value of the form cookie: the one that came if it has the right shape, else a new one. */
  cookie(received: string | undefined): string
  /** The token that belongs to a cookie, within a session: who signs in, or another one who does, needs a new one. */
  token(cookie: string, session: string | null): string
  /** Whether a token belongs to the cookie and the session that came with it. Takes the same time whatever the token. */
  isValid(token: string, from: { readonly cookie: string | undefined; readonly session: string | null }): boolean
}

/**
 * Tokens by keyed hash of a random cookie (signed double submit), and of the session's token where there is one. The key lives as long as the process; an old
 * cookie is kept, since two servers on one computer share their cookies.
 */
export function formTokens(): FormTokens {
  const key = randomBytes(32)
  const token = (cookie: string, session: string | null) =>
    createHmac('sha256', key)
      .update(`${cookie} ${session ?? ''}`)
      .digest('hex')
  return {
    cookie: (received) =>
      received !== undefined && COOKIE_VALUE.test(received) ? received : randomBytes(16).toString('hex'),
    token,
    isValid: (given, { cookie, session }) => {
      if (cookie === undefined || !COOKIE_VALUE.test(cookie)) return false
      const expected = Buffer.from(token(cookie, session))
      const received = Buffer.from(given)
      return expected.length === received.length && timingSafeEqual(expected, received)
    },
  }
}
