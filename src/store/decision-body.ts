import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import { digestOfData } from './digests.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** The rows that a decision made, in each table in their order. */
async function rowsOfDecision(db: Db, id: Id) {
  const rowsIn = (
    table:
      | 'dossier_rows'
      | 'publications'
      | 'statement_decisions'
      | 'identity_decisions'
      | 'speaker_proposals'
      | 'speaker_proposal_decisions',
  ) => db.selectFrom(table).selectAll().where('decision_id', '=', id).orderBy('seq').execute()
  const [proposed, proposals] = [await rowsIn('speaker_proposals'), await rowsIn('speaker_proposal_decisions')]
  return {
    parts: await rowsIn('dossier_rows'),
    publications: await rowsIn('publications'),
    statements: await rowsIn('statement_decisions'),
    identities: await rowsIn('identity_decisions'),
    // Other decisions are told of as they were before there were any of these.
    ...(proposed.length === 0 ? {} : { proposed }),
    ...(proposals.length === 0 ? {} : { proposals }),
  }
}

/** What the ledger says of a decision: how many rows it made, and the digest of them and of who decided, and why. */
export async function decisionBody(db: Db, id: Id): Promise<LedgerEntry['body'] | null> {
  const row = await db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const { id: decision, recorded_at: recordedAt, by_account: by, ...head } = row
  const made = await rowsOfDecision(db, id)
  const rows = Object.values(made).reduce((sum, { length }) => sum + length, 0)
  // One from before there were accounts, or made by a command, names none.
  return { decision, rows, sha256: digestOfData({ ...head, ...made }), recordedAt, ...(by === null ? {} : { by }) }
}
