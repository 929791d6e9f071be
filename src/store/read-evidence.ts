import { type Kysely, sql } from 'kysely'
import type { Statement } from '../reading/statement.ts'
import type { Archive } from '../record/archive.ts'
import type { Evidence, ReadText, Unledgered } from '../record/evidence.ts'
import type { Id } from '../record/id.ts'
import { bodyNow } from './ledger-bodies.ts'
import { readEntry, readLedger } from './read-ledger.ts'
import { readStatementEvidence } from './read-statement-evidence.ts'
import type { Tables } from './tables.ts'
import { lastTimeStampAt, readTimeStamps } from './time-stamps.ts'

/** How many records are read at once. */
const RECORDS = 1000

/** More would tell nobody more. */
const UNLEDGERED = 100

const TABLES = {
  capture: 'captures',
  text: 'texts',
  reading: 'readings',
  decision: 'decisions',
  'time-stamp': 'time_stamps',
} as const

/** The first bytes of a text are told of with the text. */
async function unledgeredBlobs(db: Kysely<Tables>): Promise<readonly Unledgered[]> {
  const { rows } = await sql<{ id: string }>`
    select id from text_blobs b
    where exists (select 1 from text_blobs first where first.text_id = b.text_id and first.seq < b.seq)
    and id not in (select json_extract(body, '$."same-text"') from ledger where kind = 'same-text' and json_valid(body))
    order by seq limit ${UNLEDGERED}`.execute(db)
  return rows.map(({ id }) => ({ kind: 'same-text', id }))
}

async function unledgeredIn(db: Kysely<Tables>, kind: keyof typeof TABLES): Promise<readonly Unledgered[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(TABLES[kind])}
    where id not in (select json_extract(body, ${`$."${kind}"`}) from ledger where kind = ${kind} and json_valid(body))
    order by id limit ${UNLEDGERED}`.execute(db)
  return rows.map(({ id }) => ({ kind, id }))
}

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

/** @param read runs a query in a transaction of its own */
export function readEvidence(
  read: <T>(query: (db: Kysely<Tables>) => Promise<T>) => Promise<T>,
  archive: Pick<Archive, 'record'>,
): Evidence {
  return {
    ofStatement: (id) => read((db) => readStatementEvidence(db, id)),
    record: (place) => archive.record(place),
    ledger: (after) => read((db) => readLedger(db, after)),
    bodyNow: (entry) => read((db) => bodyNow(db, entry)),
    unledgered: () =>
      read(async (db) => [
        ...(await unledgeredIn(db, 'capture')),
        ...(await unledgeredIn(db, 'text')),
        ...(await unledgeredBlobs(db)),
        ...(await unledgeredIn(db, 'reading')),
        ...(await unledgeredIn(db, 'time-stamp')),
        ...(await unledgeredIn(db, 'decision')),
      ]),
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
