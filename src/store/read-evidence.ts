import { type Kysely, sql } from 'kysely'
import type { Statement } from '../reading/statement.ts'
import type { Archive } from '../record/archive.ts'
import type { BodyNow, Evidence, ReadText } from '../record/evidence.ts'
import type { Id } from '../record/id.ts'
import type { RecordKey } from '../record/keyed-digest.ts'
import type { LedgerEntry } from '../record/ledger.ts'
import { bodyNow } from './ledger-bodies.ts'
import { readMisshown } from './list-faults.ts'
import { readEntry, readLedger } from './read-ledger.ts'
import { removedAmong } from './read-removal.ts'
import { readStatementEvidence } from './read-statement-evidence.ts'
import { readSchemaFaults } from './schema-faults.ts'
import type { Tables } from './tables.ts'
import { lastTimeStampAt, readTimeStamps } from './time-stamps.ts'
import { readUnledgered } from './unledgered.ts'

/** How many records are read at once. */
const RECORDS = 1000

/** What is stored of a statement; null where that is none, because it was altered. */
function statementIn(found: string | null): Statement | null {
  try {
    const statement = JSON.parse(found ?? 'null') as Statement | null
    const { source, cue, content, speaker } = statement ?? {}
    const mention = speaker === null ? [] : [speaker?.mention]
    const areSpans = [source, cue, content, mention].every(
      (spans) => Array.isArray(spans) && spans.every(Array.isArray),
    )
    return areSpans ? statement : null
  } catch {
    return null
  }
}

async function readText(db: Kysely<Tables>, after: Id): Promise<ReadText | null> {
  const row = await db
    .selectFrom('readings as r')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['r.id as readingId', 't.text'])
    .where('r.id', '>', after)
    .orderBy('r.id')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const found = await db
    .selectFrom('statement_readings')
    .select(['statement_id as id', 'found'])
    .where('reading_id', '=', row.readingId)
    .where('found', 'is not', null)
    .execute()
  return { ...row, statements: found.map((each) => ({ id: each.id, statement: statementIn(each.found) })) }
}

/** What each of many entries would say now. One transaction for all: to begin one takes as long as a query. */
async function bodiesNow(
  db: Kysely<Tables>,
  entries: readonly LedgerEntry[],
  key: RecordKey,
): Promise<readonly BodyNow[]> {
  const removed = await removedAmong(db, entries)
  const bodies: BodyNow[] = []
  for (const entry of entries) bodies.push(removed.has(entry) ? 'removed' : await bodyNow(db, entry, key))
  return bodies
}

/** @param read runs a query in a transaction of its own */
export function readEvidence(
  read: <T>(query: (db: Kysely<Tables>) => Promise<T>) => Promise<T>,
  { archive, key }: { readonly archive: Pick<Archive, 'record'>; readonly key: RecordKey },
): Evidence {
  return {
    ofStatement: (id) => read((db) => readStatementEvidence(db, id)),
    record: (place) => archive.record(place),
    keyId: key.id,
    ledger: (after) => read((db) => readLedger(db, after)),
    bodyNow: (entry) => read((db) => bodyNow(db, entry, key)),
    bodiesNow: (entries) => read((db) => bodiesNow(db, entries, key)),
    unledgered: () => read(readUnledgered),
    misshown: () => read(readMisshown),
    schemaFaults: () => read(readSchemaFaults),
    lastEntry: () => read((db) => readEntry(db, 'last')),
    entry: (seq) => read((db) => readEntry(db, seq)),
    timeStamps: (after) => read((db) => readTimeStamps(db, after)),
    lastTimeStampAt: () => read(lastTimeStampAt),
    readText: (after) => read((db) => readText(db, after)),
    files: () =>
      read((db) =>
        db
          .selectFrom('archive_records')
          .select(['file', ({ fn }) => fn.max<number>(sql`start + length`).as('length')])
          .groupBy('file')
          .orderBy('file')
          .execute(),
      ),
    places: (file, from) =>
      read((db) =>
        db
          .selectFrom('archive_records')
          .select(['file', 'start as offset', 'length', 'sha256', 'blob'])
          .where('file', '=', file)
          .where('start', '>=', from)
          .orderBy('start')
          .limit(RECORDS)
          .execute(),
      ),
  }
}
