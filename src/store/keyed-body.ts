import { keyedDigest, type RecordKey } from '../record/keyed-digest.ts'
import { FORM, type LedgerEntry } from '../record/ledger.ts'

type Body = LedgerEntry['body']

/** For each kind of entry the fields that may tell of a person: digests of addresses, headlines, names, words typed; accounts. */
const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  capture: ['facts'],
  rendering: ['facts'],
  text: ['facts'],
  reading: ['sha256'],
  decision: ['sha256', 'by'],
  'feed-decision': ['sha256'],
  'page-decision': ['sha256'],
  'account-deed': ['account', 'by', 'sha256'],
  'dossier-removal': ['stands'],
}

/**
 * A body as it stands in the ledger: with the number of its form, so that a later form is told from it, and so that nobody
 * without the record's key can try what personal data it is of.
 */
export function keyedBody(kind: string, body: Body, key: RecordKey): Body {
  const fields = Object.hasOwn(PERSONAL, kind) ? (PERSONAL[kind] ?? []) : []
  const said = fields.filter((field) => (body[field] ?? null) !== null)
  const keyed = Object.fromEntries(said.map((field) => [field, keyedDigest(key, String(body[field]))]))
  return { ...body, ...keyed, form: FORM }
}
