/**
 * Headers of every answer. Nothing but our own files may load or run, nobody may frame a page, and no other
 * site learns which page a link was followed from.
 *
 * `same-origin` and not `no-referrer`: under the latter, browsers hide the Origin of our own forms, which the
 * guard has to see.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** Of bytes that came from outside: nothing in them may run or load, even where a browser shows them all the same. */
export const BYTES_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'application/octet-stream',
  'Content-Security-Policy': "sandbox; default-src 'none'",
}

/** Files whose address holds their hash never change. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/** Pages are the desk's: no cache between us and the browser keeps them, and the browser asks again. */
export const ASK_AGAIN = 'private, no-cache'
