import { keyedDigest, type RecordKey } from '../record/keyed-digest.ts'
import type { LedgerEntry } from '../record/ledger.ts'

type Body = LedgerEntry['body']

/** For each kind of entry the field with a digest of what may tell of a person: addresses, headlines, names, words typed. */
const PERSONAL: Readonly<Record<string, string>> = {
  capture: 'facts',
  rendering: 'facts',
  text: 'facts',
  reading: 'sha256',
  decision: 'sha256',
  'feed-decision': 'sha256',
}

/** A body as it stands in the ledger: nobody without the record's key can try what personal data it is of. */
export function keyedBody(kind: string, body: Body, key: RecordKey): Body {
  const field = Object.hasOwn(PERSONAL, kind) ? PERSONAL[kind] : undefined
  return field === undefined ? body : { ...body, [field]: keyedDigest(key, String(body[field])) }
}
