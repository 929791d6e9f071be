import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import { digestOfData } from './digests.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

type Made =
  | 'dossier_rows'
  | 'publications'
  | 'statement_decisions'
  | 'identity_decisions'
  | 'speaker_proposals'
  | 'speaker_proposal_decisions'
  | 'passages'

/** What a person says of statements, and the names of speakers that were made for it. */
async function saidIn(db: Db, id: Id) {
  const values = await db
    .selectFrom('statement_values as v')
    .innerJoin('statement_decisions as d', 'd.id', 'v.id')
    .selectAll('v')
    .where('d.decision_id', '=', id)
    .orderBy('d.seq')
    .execute()
  const names = await db
    .selectFrom('names as n')
    .innerJoin('actors as a', 'a.id', 'n.actor_id')
    .selectAll('n')
    .select(['a.seq', 'a.recorded_at as actor_recorded_at'])
    .where('n.decision_id', '=', id)
    .orderBy('n.id')
    .execute()
  return { values, names }
}

/** The rows that a decision made, in each table in their order. */
async function rowsOfDecision(db: Db, id: Id) {
  const rowsIn = (table: Made) =>
    db.selectFrom(table).selectAll().where('decision_id', '=', id).orderBy('seq').execute()
  const statements = await db
    .selectFrom('statement_decisions')
    .selectAll()
    .where('decision_id', '=', id)
    .orderBy('seq')
    .execute()
  const later = {
    proposed: await rowsIn('speaker_proposals'),
    proposals: await rowsIn('speaker_proposal_decisions'),
    passages: await rowsIn('passages'),
    ...(await saidIn(db, id)),
  }
  return {
    parts: await rowsIn('dossier_rows'),
    publications: await rowsIn('publications'),
    statements: statements.map(({ undoes, ...row }) => (undoes === null ? row : { ...row, undoes })),
    identities: await rowsIn('identity_decisions'),
    // Other decisions are told of as they were before there were any of these.
    ...Object.fromEntries(Object.entries(later).filter(([, rows]) => rows.length > 0)),
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
