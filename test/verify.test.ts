import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { type OpenRecord, openRecord } from '../src/open-record.ts'
import { entryAfter, FORM } from '../src/record/ledger.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { alteredDatabase } from './altered-database.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'

const WARC = 'onrecord-00001.warc.gz'
const CLEAN = /: everything is as it was recorded$/u

/** How many bytes are altered, one at a time: with those of an export and of the tables, a thousand. */
const FLIPS = Number(process.env['ONRECORD_FLIPS'] ?? 334)

/** A record of three articles, and its database. */
async function recordIn(folder: string) {
  const record = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  for (const name of ['Mara Lee', 'Tom Ross', 'Ana Ruiz'])
    await record.store.addCoverage(coverageOf(`[S:${name}] [C:said]: [Q:“It is over, “für immer” 🙂.”]`))
  await record.store.feeds.follow({ address: 'https://example.org/feed', title: null, words: null })
  return { record, ...alteredDatabase(folder) }
}

/** What `verify` prints: the lines before the last, and the last. */
async function verified({ store, archive }: OpenRecord) {
  const lines: string[] = []
  const faults = await verifyRecord({
    evidence: store.evidence,
    archive,
    known: [],
    now: systemClock.now(),
    out: async (line) => void lines.push(line),
  })
  return { faults, findings: lines.slice(0, -1), summary: lines.at(-1) ?? '' }
}

test('what was recorded is found as it was', async () => {
  const { record } = await recordIn(temporaryFolder())
  const { faults, findings, summary } = await verified(record)
  expect(findings).toEqual([])
  expect(faults).toBe(0)
  expect(summary).toMatch(CLEAN)
  expect(summary).toContain('checked 11 ledger entries, 3 statements and 7 records')
  await record.store.close()
})

const UNTOLD = 'the ledger says nothing of it: it was put in from outside, or the ledger was cut short'
const SHOWN = 'the record has it otherwise than lists and pages show it; what they show was altered in the database'

/** What somebody did to the database, and the lines that `verify` prints of it; ids are left out. `UN` and `SH` are sentences. */
const HARMS: readonly [name: string, sql: string, findings: readonly string[]][] = [
  [
    'words altered',
    "update texts set text = replace(text, 'over', 'open') where text like '%Lee%'",
    ['text ID (ledger entry 3): its words were altered in the database'],
  ],
  [
    'words taken out',
    "update texts set text = substr(text, 1, 20) where text like '%Lee%'",
    [
      'text ID (ledger entry 3): its words were altered in the database',
      'statement ID (reading ID): its words are not where the reading says; the text or the reading was altered in the database',
    ],
  ],
  [
    'a headline put in',
    "update texts set headline = 'War' where text like '%Lee%'",
    ['text ID (ledger entry 3): its headline, byline or another value beside its words was altered in the database'],
  ],
  [
    'a statement given to another speaker',
    'update statement_readings set speaker_id = (select max(id) from actors) where speaker_id = (select min(id) from actors)',
    [
      'reading ID (ledger entry 4): what the machine read, or the name of a speaker in it, was altered in the database',
      'statement ID: SH',
    ],
  ],
  [
    'an address put to a capture',
    "update captures set url = 'https://example.org' where id = (select min(id) from captures)",
    ['capture ID (ledger entry 2): how its bytes were received was altered in the database'],
  ],
  [
    'a reading taken out',
    'delete from readings where id = (select min(id) from readings)',
    ['reading ID (ledger entry 4): the ledger tells of it, and it is no longer in the database'],
  ],
  [
    'an entry taken out',
    'delete from ledger where seq = 6',
    [
      'ledger entry 7: one or more entries before it are missing; they were taken out',
      'text ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
    ],
  ],
  [
    'a ledger cut short',
    'delete from ledger where seq > 8',
    [
      'text ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
      'reading ID: the ledger says nothing of it: it was put in from outside, or the ledger was cut short',
      'feed decision ID: UN',
    ],
  ],
  [
    "a record's digest altered",
    "update archive_records set sha256 = '0' where start = (select max(start) from archive_records)",
    [
      'capture ID (ledger entry 8): where its records lie in the archive was altered in the database',
      `${WARC} at byte N: the record that begins here is not as it was kept; its bytes were altered`,
    ],
  ],
  [
    'a record of the archive that no longer says which blob it holds',
    'update archive_records set blob = null where start = (select min(start) from archive_records where blob is not null)',
    ['capture ID (ledger entry 2): how its bytes were received was altered in the database'],
  ],
  [
    "a record of the archive put to another capture's",
    `update archive_records set capture_id = (select max(id) from captures)
      where start = (select min(start) from archive_records where blob is not null)`,
    [
      'capture ID (ledger entry 2): how its bytes were received was altered in the database',
      'capture ID (ledger entry 2): where its records lie in the archive was altered in the database',
      'capture ID (ledger entry 8): how its bytes were received was altered in the database',
      'capture ID (ledger entry 8): where its records lie in the archive was altered in the database',
    ],
  ],
  [
    'the name of a speaker altered',
    "update names set name = 'Mara Leigh' where name = 'Mara Lee'",
    ['reading ID (ledger entry 4): what the machine read, or the name of a speaker in it, was altered in the database'],
  ],
  [
    'another name put to a speaker',
    `insert into names (id, actor_id, name, normalised, script, kind, recorded_at)
      select 'X', min(id), 'Eve', 'eve', 'Latn', 'alias', 'day' from actors`,
    ['name X: UN'],
  ],
  [
    'a name put into a reading',
    `insert into names (id, actor_id, reading_id, name, normalised, script, kind, recorded_at)
      select 'X', a.id, r.id, 'Eve', 'eve', 'Latn', 'alias', 'day' from actors a, readings r order by r.id limit 1`,
    ['reading ID (ledger entry 4): what the machine read, or the name of a speaker in it, was altered in the database'],
  ],
  [
    'a statement put to another article',
    `update statements set article_id = (select max(id) from articles) where id = (select min(id) from statements);
      update current_statements set article_seq = 3 where statement_id = (select min(id) from statements)`,
    [
      'reading ID (ledger entry 4): what the machine read, or the name of a speaker in it, was altered in the database',
      'statement ID: SH',
      // In the list of what waits for an editor, it is missing at one article, and one too many at the other.
      'review ID: SH',
      'review ID: SH',
    ],
  ],
  [
    'a list made to show another speaker',
    `update current_statements set speaker_id = (select max(id) from actors)
      where speaker_id = (select min(id) from actors)`,
    ['actor ID: SH', 'actor ID: SH', 'statement ID: SH'],
  ],
  ['a list made to hide a speaker', 'delete from current_speakers where seq = 1', ['actor ID: SH']],
  [
    'a list made to hide an article',
    'delete from current_articles where seq = 2',
    ['article ID: SH', 'statement ID: SH'],
  ],
  [
    'a list made to hide a statement',
    'update current_statements set still_read = 0 where statement_id = (select min(id) from statements)',
    ['statement ID: SH', 'actor ID: SH', 'review ID: SH'],
  ],
  [
    'the articles exchanged',
    `update articles set seq = 9 where seq = 1; update articles set seq = 1 where seq = 2; update articles set seq = 2 where seq = 9;
      update current_articles set seq = 9 where seq = 1; update current_articles set seq = 1 where seq = 2; update current_articles set seq = 2 where seq = 9;
      update current_statements set article_seq = 3 - article_seq where article_seq < 3`,
    [
      'text ID (ledger entry 3): its headline, byline or another value beside its words was altered in the database',
      'text ID (ledger entry 6): its headline, byline or another value beside its words was altered in the database',
    ],
  ],
  [
    'a blob taken out',
    'delete from blobs where sha256 = (select sha256 from captures order by id limit 1)',
    [
      'capture ID (ledger entry 2): the size of its bytes was altered in the database',
      'capture ID (ledger entry 2): how its bytes were received was altered in the database',
    ],
  ],
  ['a blob put in', "insert into blobs values ('X', 1, 'day')", ['blob X: UN']],
  ['an article put in', "insert into articles values (9, 'X', 'X', 'day')", ['article X: UN']],
  [
    'a record of the archive put in',
    `insert into archive_records (file, start, length, sha256, type, record_id, date, recorded_at)
      select file, max(start + length), 1, 'X', 'resource', 'X', 'day', 'day' from archive_records`,
    ['archive record X: UN', `${WARC}: it ends at byte N, where N bytes were kept; it was cut short`],
  ],
  [
    'a filter of a feed altered',
    "update feed_decisions set words = 'rain'",
    ['feed decision ID (ledger entry 11): what was decided about the feed was altered in the database'],
  ],
  [
    'a page put in that is watched',
    "insert into watched_pages (id, address, recorded_at) values ('X', 'https://example.org', 'day')",
    ['watched page X: UN'],
  ],
  [
    'the address of a feed altered',
    "update feeds set address = 'https://example.com'",
    ['feed decision ID (ledger entry 11): what was decided about the feed was altered in the database'],
  ],
]

test.each(HARMS)('%s: it is named, and nothing else', async (_, sql, expected) => {
  const { record, database, unruled } = await recordIn(temporaryFolder())
  unruled(() => database.exec(sql))
  const { faults, findings } = await verified(record)
  const told = findings.map((line) =>
    line
      .replace(/[0-9A-HJKMNP-TV-Z]{26}/gu, 'ID')
      .replace(/at byte \d+/u, 'at byte N')
      .replace(/where \d+/u, 'where N'),
  )
  expect(told).toEqual(expected.map((line) => line.replace(/UN$/u, UNTOLD).replace(/SH$/u, SHOWN)))
  expect(faults).toBeGreaterThan(0)
  database.close()
  await record.store.close()
})

/** Numbers that look drawn at random and are the same each time. */
function* drawn(): Generator<number> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

const RENDERING_HARMS: readonly [name: string, sql: string, sentence: string][] = [
  ['when it was made', "update renderings set at = '2026-01-01'", 'how it was made was altered in the database'],
  ['which browser made it', "update renderings set browser = 'other'", 'how it was made was altered in the database'],
  [
    'of which capture it is',
    'update renderings set capture_id = (select min(id) from captures)',
    'of which capture it is was altered in the database',
  ],
]

test.each(RENDERING_HARMS)('of a picture, %s: it is named, and nothing else', async (_, harm, sentence) => {
  const { record, database, unruled } = await recordIn(temporaryFolder())
  const url = 'https://example.org/a'
  const page = coverageOf('[S:Eva Orr] [C:said]: [Q:“Yes.”]', { url })
  await record.store.addCoverage(page)
  const picture = Buffer.from('a picture')
  const made = { at: '2026-03-08T09:31:00.000Z', browser: 'none', isSandboxed: true, exchanges: [], refused: [] }
  await record.store.addRendering({ ...made, sha256: page.sha256, url, picture, pdf: picture })
  expect((await verified(record)).findings).toEqual([])
  unruled(() => database.exec(harm))
  const { findings } = await verified(record)
  expect(findings).toEqual([
    expect.stringMatching(new RegExp(`^rendering \\w+ \\(ledger entry \\d+\\): ${sentence}$`, 'u')),
  ])
  database.close()
  await record.store.close()
})

test('a trigger taken out, another altered, one put in: each is named', async () => {
  const { record, database } = await recordIn(temporaryFolder())
  database.exec(`drop trigger texts_no_update; drop trigger ledger_no_delete;
    create trigger ledger_no_delete before delete on ledger begin select 1; end;
    create trigger mine after insert on texts begin select 1; end`)
  expect((await verified(record)).findings).toEqual([
    'trigger ledger_no_delete: it is not as Onrecord makes it; it was altered in the database',
    'trigger texts_no_update: it is not in the database any more: what it kept from being altered may have been',
    'trigger mine: Onrecord makes no such thing; it was put into the database from outside',
  ])
  database.close()
  await record.store.close()
})

test('an entry that another Onrecord wrote is named as such, and the chain goes on', async () => {
  const { record, database, unruled } = await recordIn(temporaryFolder())
  const entries = await record.store.evidence.ledger(0)
  const head = entries.at(-2) ?? null
  const later = entryAfter(head, { at: entries.at(-1)?.at ?? '', kind: 'consent', body: { form: FORM + 1 } })
  unruled(() => {
    database
      .prepare('update ledger set kind = ?, body = ?, hash = ? where seq = ?')
      .run(later.kind, JSON.stringify(later.body), later.hash, later.seq)
  })
  const { findings } = await verified(record)
  expect(findings).toContain(
    'ledger entry 11: it is "consent" of form 2, which this Onrecord does not know; its hash holds, and what it tells of is not checked here: use the newest Onrecord',
  )
  expect(findings.filter((line) => line.startsWith('ledger entry'))).toHaveLength(1)
  database.close()
  await record.store.close()
})

test('any byte of the archive that is altered is found, in the record where it is', { timeout: 600_000 }, async () => {
  const folder = temporaryFolder()
  const { record, database } = await recordIn(folder)
  const path = join(folder, 'archive', WARC)
  const kept = readFileSync(path)
  const starts = database
    .prepare('select start from archive_records order by start')
    .all()
    .map((row) => Number(row['start']))
  const random = drawn()
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const at = random.next().value % kept.length
    const altered = Buffer.from(kept)
    altered.writeUInt8(kept.readUInt8(at) ^ (1 << (random.next().value % 8)), at)
    writeFileSync(path, altered)
    const start = starts.findLast((each) => each <= at)
    expect((await verified(record)).findings).toEqual([expect.stringContaining(`${WARC} at byte ${start}: `)])
  }
  writeFileSync(path, kept)
  expect((await verified(record)).summary).toMatch(CLEAN)
  database.close()
  await record.store.close()
})
