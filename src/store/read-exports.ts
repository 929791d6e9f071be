import { type Kysely, sql } from 'kysely'
import type { Place } from '../record/archive.ts'
import type { ExportRecord, ExportSelection } from '../record/exports.ts'
import type { Id } from '../record/id.ts'
import { archiveEnd } from './archive-records.ts'
import type { Tables } from './tables.ts'

/** How many records are read at once. */
const RECORDS = 1000

type Db = Kysely<Tables>

/** Articles of which anything is left to export. */
function articlesLeft(db: Db) {
  return db
    .selectFrom('articles as a')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('removals as r').select('r.id').whereRef('r.article_id', '=', 'a.id'))),
    )
}

/** The article that a person means: by its id, or by an address that one of its captures has; the newest of several. */
async function articleNamed(db: Db, name: string): Promise<Id | null> {
  const row = await articlesLeft(db)
    .select('a.id')
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('a.id', '=', name.toUpperCase()),
        exists(
          selectFrom('captures as c')
            .innerJoin('text_blobs as b', 'b.sha256', 'c.sha256')
            .innerJoin('texts as t', 't.id', 'b.text_id')
            .select('c.id')
            .whereRef('t.article_id', '=', 'a.id')
            .where(({ eb: is, or: either }) => either([is('c.url', '=', name), is('c.asked_url', '=', name)])),
        ),
      ]),
    )
    .orderBy('a.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

async function allArticles(db: Db): Promise<readonly Id[]> {
  return (await articlesLeft(db).select('a.id').orderBy('a.seq').execute()).map(({ id }) => id)
}

/** @param names none for all articles */
export async function selectForExport(
  db: Db,
  names: readonly string[],
): Promise<{ readonly selection: ExportSelection; readonly missing: readonly string[] }> {
  const end = (await archiveEnd(db)) ?? { file: '', length: 0 }
  if (names.length === 0)
    return { selection: { articles: await allArticles(db), isEverything: true, end }, missing: [] }
  const [articles, missing] = [new Set<Id>(), [] as string[]]
  for (const name of names) {
    const id = await articleNamed(db, name)
    if (id === null) missing.push(name)
    else articles.add(id)
  }
  return { selection: { articles: [...articles].sort(), isEverything: false, end }, missing }
}

/** Which records the captures of some articles need: their own, those that a `revisit` refers to, and these files' first ones. */
function chosen(articles: readonly Id[]) {
  return sql`
    own as materialized (
      select file, start, type, payload_digest from archive_records where capture_id in (
        select c.id from captures c join text_blobs b on b.sha256 = c.sha256 join texts t on t.id = b.text_id
        where t.article_id in (select value from json_each(${JSON.stringify(articles)})))),
    needed as materialized (
      select file, start from own
      union select r.file, r.start from archive_records r where r.type in ('response', 'resource')
        and r.payload_digest in (select payload_digest from own where type = 'revisit')),
    wanted as materialized (select file, start from needed union select distinct file, 0 from needed)`
}

type Row = Omit<ExportRecord, 'page'> & { readonly isPage: number; readonly title: string | null }

/** Some of the records of a selection that follow `after`, in order. */
export async function recordsForExport(
  db: Db,
  { articles, isEverything, end }: ExportSelection,
  after: Pick<Place, 'file' | 'offset'> | null,
): Promise<readonly ExportRecord[]> {
  const all = sql`wanted as (select file, start from archive_records)`
  const { rows } = await sql<Row>`
    with ${isEverything ? all : chosen(articles)}
    select r.file, r.start as offset, r.length, r.sha256, r.type, r.record_id as id, r.url, r.date,
      r.payload_digest as payloadDigest, r.capture_id as captureId, t.headline as title,
      (r.rendering_id is null and (r.blob = c.sha256 or (r.type = 'revisit' and r.url = c.url))) is true as isPage
    from wanted w
    join archive_records r on r.file = w.file and r.start = w.start
    left join captures c on c.id = r.capture_id
    left join text_blobs b on b.seq = (select max(seq) from text_blobs where sha256 = c.sha256)
    left join texts t on t.id = b.text_id
    where (w.file, w.start) > (${after?.file ?? ''}, ${after?.offset ?? -1})
      and (w.file, w.start) < (${end.file}, ${end.length})
    order by w.file, w.start limit ${RECORDS}`.execute(db)
  return rows.map(({ isPage, title, ...record }) => ({ ...record, page: isPage === 1 ? { title } : null }))
}
