import { type Kysely, sql } from 'kysely'
import type { Unledgered } from '../record/evidence.ts'
import type { Tables } from './tables.ts'

/** More would tell nobody more. */
const MOST = 100

/** What has an entry of its own, by the kind of that, which is also the field that names it. */
const WITH_ENTRY = {
  capture: 'captures',
  rendering: 'renderings',
  text: 'texts',
  'same-text': 'text_blobs',
  reading: 'readings',
  decision: 'decisions',
  'time-stamp': 'time_stamps',
  removal: 'removals',
  'dossier-removal': 'dossier_removals',
  export: 'exports',
  'feed-decision': 'feed_decisions',
  'page-decision': 'page_decisions',
  'watch-decision': 'watch_decisions',
  readmission: 'readmissions',
  'account-deed': 'account_deeds',
} as const

/** The first bytes of a text are told of with the text. */
const SAME_TEXT = sql`exists (
  select 1 from text_blobs first where first.text_id = text_blobs.text_id and first.seq < text_blobs.seq
)`

/** What is told of in the entry of another thing, which is not there. */
const WITH_OTHERS: readonly (readonly [kind: Unledgered['kind'], query: string])[] = [
  ['blob', 'select sha256 as id from blobs where sha256 not in (select sha256 from captures)'],
  ['article', 'select id from articles where id not in (select article_id from texts)'],
  [
    'statement',
    `select id from statements where id not in (select statement_id from statement_readings)
      and id not in (select statement_id from statement_values where added_to is not null)`,
  ],
  // A dossier's actors are told of in the decision that brought them, those that a split makes in the split.
  [
    'actor',
    `select id from actors where id not in (select actor_id from names)
      and id not in (select thing_id from dossier_rows where type = 'actor')
      and id not in (select made.value from identity_decisions d,
        json_each(case when json_valid(d.value) then d.value else '{}' end, '$.to') made)`,
  ],
  ['name', 'select id from names where reading_id is null and decision_id is null'],
  ['removed-address', 'select digest as id from removed_addresses where removal_id not in (select id from removals)'],
  ['watched-page', 'select id from watched_pages where id not in (select page_id from page_decisions)'],
  ['account', 'select id from accounts where id not in (select account_id from account_deeds)'],
  [
    'consent',
    `select id from consent_acts where id not in (select json_extract(body, '$.consent') from ledger
      where kind in ('consent', 'consent-withdrawn', 'erasure') and json_valid(body))`,
  ],
  [
    'agreed-text',
    'select sha256 as id from agreed_texts where sha256 not in (select words from consent_acts where words is not null)',
  ],
  ['feed', 'select id from feeds where id not in (select feed_id from feed_decisions)'],
  [
    'archive-record',
    `select record_id as id from archive_records where capture_id is null and record_id not in
      (select json_extract(body, '$.id') from ledger where kind = 'archive-file' and json_valid(body))`,
  ],
]

/** What was removed has an entry of its own, and less beside it than what stands. */
const NOT_REMOVED = sql`id not in (select id from removed_things)`

/** Whatever is stored and of which no entry of the ledger tells; the first hundred of each kind. */
export async function readUnledgered(db: Kysely<Tables>): Promise<readonly Unledgered[]> {
  const found: Unledgered[] = []
  for (const [kind, table] of Object.entries(WITH_ENTRY) as [keyof typeof WITH_ENTRY, string][]) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where ${kind === 'same-text' ? SAME_TEXT : sql`true`} and id not in
        (select json_extract(body, ${`$."${kind}"`}) from ledger where kind = ${kind} and json_valid(body))
      order by id limit ${MOST}`.execute(db)
    found.push(...rows.map(({ id }) => ({ kind, id })))
  }
  for (const [kind, query] of WITH_OTHERS) {
    const { rows } = await sql<{ id: string }>`
      select id from (${sql.raw(query)}) where ${NOT_REMOVED} order by id limit ${MOST}`.execute(db)
    found.push(...rows.map(({ id }) => ({ kind, id })))
  }
  return found
}
