import { createHash, randomBytes } from 'node:crypto'

const FORM = /^[\w-]{43}$/u

/** A new token: 256 random bits in base 64 for addresses, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a word that came from outside has the form of a token. */
export function isToken(word: string | undefined): word is string {
  return word !== undefined && FORM.test(word)
}

/** What is kept of a token: its SHA-256, lower-case hex. A token is random and long, so that nobody finds it from that. */
export function digestOfToken(token: string): string {
  return createHash('sha256').update(token, 'latin1').digest('hex')
}
