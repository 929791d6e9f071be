import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../record/id.ts'
import type { RemovalAsked } from '../record/removal.ts'
import { stopPagesOf } from './page-decisions.ts'
import { refreshSpeakers } from './refresh-lists.ts'
import { removalBody } from './removal-body.ts'
import { rememberAddresses } from './removed-addresses.ts'
import { type Actors, actorsOf, extentOf, type RemovedThings, thingsOf } from './removed-things.ts'
import { writeLedger } from './write-ledger.ts'
import { insertAll, type Writer } from './writer.ts'

/** Writes down what goes, which is what lets it go. */
async function nameThings(writer: Writer, asked: RemovalAsked, things: RemovedThings): Promise<Id> {
  const { trx, now, newId } = writer
  const id = newId()
  const { articleId: article_id, reason, by: removed_by } = asked
  await trx.insertInto('removals').values({ id, article_id, reason, removed_by, recorded_at: now }).execute()
  await trx.insertInto('removals_under_way').values({ removal_id: id }).execute()
  const rows = Object.entries(things).flatMap(([kind, ids]: [string, readonly string[]]) =>
    ids.map((thing) => ({ kind, id: thing, removal_id: id })),
  )
  await insertAll(rows, (some) => trx.insertInto('removed_things').values(some).execute())
  return id
}

/** Says of each record what will stand in its place, and forgets its address. */
async function emptyRecords({ trx, now, archive }: Writer, { record }: RemovedThings, reason: string): Promise<void> {
  for (const id of record) {
    const { length } = await trx
      .selectFrom('archive_records')
      .select('length')
      .where('record_id', '=', id)
      .executeTakeFirstOrThrow()
    const sha256 = createHash('sha256')
      .update(archive.removed({ id, date: now, reason }, length))
      .digest('hex')
    await trx
      .updateTable('archive_records')
      .set({
        sha256,
        type: 'metadata',
        url: null,
        date: now,
        payload_digest: null,
        capture_id: null,
        rendering_id: null,
        blob: null,
      })
      .where('record_id', '=', id)
      .execute()
  }
}

/** What a text's row holds once its words are gone. */
const NO_WORDS = { headline: null, byline: null, outlet: null, published: null, language: null, url: null, text: '' }

/** The rows with words in them: decisions refer to texts and readings, whose rows stay and are emptied. */
async function emptyRows({ trx }: Writer, things: RemovedThings): Promise<void> {
  await trx.deleteFrom('statement_readings').where('reading_id', 'in', things.reading).execute()
  await trx.updateTable('readings').set({ names: '[]' }).where('id', 'in', things.reading).execute()
  await trx.deleteFrom('statement_values').where('statement_id', 'in', things.statement).execute()
  await trx.deleteFrom('text_times').where('text_id', 'in', things.text).execute()
  await trx.deleteFrom('text_blobs').where('id', 'in', things['same-text']).execute()
  await trx.updateTable('texts').set(NO_WORDS).where('id', 'in', things.text).execute()
  await trx.deleteFrom('renderings').where('id', 'in', things.rendering).execute()
  await trx.deleteFrom('captures').where('id', 'in', things.capture).execute()
  await trx.deleteFrom('names').where('id', 'in', things.name).execute()
  await emptyPages(trx, things['watched-page'])
}

/** Whose statements lists show of an article: those whom a person took its speakers for. */
async function shownSpeakers(trx: Writer['trx'], articleSeq: number): Promise<readonly Id[]> {
  const rows = await trx
    .selectFrom('current_statements')
    .select('speaker_id')
    .distinct()
    .where('article_seq', '=', articleSeq)
    .execute()
  return rows.flatMap(({ speaker_id }) => speaker_id ?? [])
}

/** Of a page that was watched its number stays, and what was decided about it. */
async function emptyPages(trx: Writer['trx'], pages: readonly Id[]): Promise<void> {
  const nothing = { article_id: null, etag: null, last_modified: null, fault: null, gone_since: null, next_at: null }
  await trx.updateTable('page_states').set(nothing).where('page_id', 'in', pages).execute()
  await trx
    .updateTable('watched_pages')
    .set({ address: sql<string>`'removed:' || id` })
    .where('id', 'in', pages)
    .execute()
}

async function deleteFromLists(writer: Writer, articleId: Id, { all, only }: Actors): Promise<void> {
  const { trx } = writer
  const { seq } = await trx.selectFrom('articles').select('seq').where('id', '=', articleId).executeTakeFirstOrThrow()
  const shown = await shownSpeakers(trx, seq)
  await sql`delete from article_words where rowid = ${seq}`.execute(trx)
  const decided = sql`select d.seq from statement_decisions d join statements s on s.id = d.statement_id
    where s.article_id = ${articleId} and d.verdict = 'accepted'`
  await sql`delete from accepted_words where rowid in (${decided})`.execute(trx)
  await trx.deleteFrom('current_accepted').where('article_seq', '=', seq).execute()
  await trx.deleteFrom('current_statements').where('article_seq', '=', seq).execute()
  await trx.deleteFrom('current_speaker_proposals').where('article_seq', '=', seq).execute()
  await trx.deleteFrom('current_articles').where('seq', '=', seq).execute()
  await trx.deleteFrom('current_reviews').where('article_seq', '=', seq).execute()
  for (const id of only)
    await sql`delete from speaker_words where rowid = (select seq from actors where id = ${id})`.execute(trx)
  await refreshSpeakers(writer, new Set([...all, ...shown]))
}

/**
 * Removes an article from the database, and says in the ledger that it did: its texts, what was read in them, where
 * they came from, and the names of those who speak in no other article. The files follow in `finishRemovals`.
 *
 * @returns false where there is no such article, or it was removed before
 */
export async function removeArticle(writer: Writer, asked: RemovalAsked): Promise<boolean> {
  const { trx } = writer
  const { articleId, reason } = asked
  if ((await extentOf(trx, articleId)) === null) return false
  await stopPagesOf(writer, articleId)
  const things = await thingsOf(trx, articleId)
  const actors = await actorsOf(trx, articleId)
  const id = await nameThings(writer, asked, things)
  await rememberAddresses(writer, id, things.capture)
  await emptyRecords(writer, things, reason)
  await deleteFromLists(writer, articleId, actors)
  await emptyRows(writer, things)
  await writeLedger(writer, 'removal', await removalBody(trx, id))
  return true
}
