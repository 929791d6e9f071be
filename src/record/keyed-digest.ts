import { createHmac } from 'node:crypto'
import type { Json } from './ledger.ts'

/**
 * The key of one record, with which personal data is digested where it must be checkable for ever, and never readable:
 * without the key nobody can try names until one fits.
 */
export type RecordKey = {
  /** Tells it from other keys, and gives nothing of it away. */
  readonly id: string
  /** 32 random bytes. */
  readonly bytes: Uint8Array
}

function hmac(bytes: Uint8Array, words: string): string {
  return createHmac('sha256', bytes).update(words, 'utf8').digest('hex')
}

/** A key of these bytes. */
export function recordKeyOf(bytes: Uint8Array): RecordKey {
  return { id: hmac(bytes, 'the id of this key').slice(0, 16), bytes }
}

/** HMAC-SHA-256 of some words, with the id of its key: `hmac-sha256:KEY:HEX`. */
export function keyedDigest(key: RecordKey, words: string): string {
  return `hmac-sha256:${key.id}:${hmac(key.bytes, words)}`
}

/** The id of the key that a digest was made with; null where it is no keyed digest. */
export function keyIdOf(digest: Json | undefined): string | null {
  return typeof digest === 'string' ? (/^hmac-sha256:([0-9a-f]{16}):[0-9a-f]{64}$/u.exec(digest)?.[1] ?? null) : null
}
