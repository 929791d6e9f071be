import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Json } from '../record/ledger.ts'

/** SHA-256 of a text's UTF-8, lower-case hex. The store takes no lone surrogates, so that no two texts share bytes. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

export function digestOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** SHA-256 of plain data in the canonical form of RFC 8785, lower-case hex. */
export function digestOfData(data: Json): string {
  return digestOfText(canonicalize(data) ?? '')
}
