import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { PageDecision } from '../record/watched-pages.ts'
import { pagesOf } from './removed-things.ts'
import type { Tables } from './tables.ts'
import { pageDecisionBody } from './watch-bodies.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

/** All pages that were ever looked at, with their last decision. */
export function decidedPages(db: Kysely<Tables>) {
  return db
    .selectFrom('watched_pages as p')
    .innerJoin('page_states as s', 's.page_id', 'p.id')
    .innerJoin('page_decisions as d', 'd.page_id', 'p.id')
    .where('d.seq', '=', ({ selectFrom }) =>
      selectFrom('page_decisions as last')
        .select(({ fn }) => fn.max('last.seq').as('seq'))
        .whereRef('last.page_id', '=', 'p.id'),
    )
    .selectAll('s')
    .select(['p.id', 'p.address', 'd.id as decision', 'd.deed', 'd.because', 'd.recorded_at as watchedSince'])
    .orderBy('p.seq')
}

/** A page, and the last decision about it. */
type Decided = { readonly id: Id; readonly decision: Id | null }

/** A page about which nothing was decided yet. */
export async function newPage({ trx, now, newId }: Writer, address: string): Promise<Decided> {
  const id = newId()
  await trx.insertInto('watched_pages').values({ id, address, recorded_at: now }).execute()
  await trx.insertInto('page_states').values({ page_id: id, failures: 0 }).execute()
  return { id, decision: null }
}

/** The first look fetches a page whole: what the server said about changes is about another time. */
const ANEW = { etag: null, last_modified: null, failures: 0, fault: null }

/**
 * Writes a decision about a page, with its entry in the ledger, and looks at it now or no more.
 *
 * @param made.because the decision about a feed or a dossier that it comes of; null where a person decided about the page
 */
export async function decidePage(
  writer: Writer,
  page: Decided,
  { deed, because }: { readonly deed: PageDecision['deed']; readonly because: Id | null },
): Promise<void> {
  const { trx, now, newId } = writer
  const row = { id: newId(), page_id: page.id, supersedes: page.decision, deed, because, recorded_at: now }
  await trx.insertInto('page_decisions').values(row).execute()
  await writeLedger(writer, 'page-decision', await pageDecisionBody(trx, row.id))
  const state = deed === 'watch' ? { ...ANEW, next_at: now } : { next_at: null }
  await trx.updateTable('page_states').set(state).where('page_id', '=', page.id).execute()
}

/** Looks no more at the pages of an article that is to go. */
export async function stopPagesOf(writer: Writer, articleId: Id): Promise<void> {
  const { trx } = writer
  const captures = await trx
    .selectFrom('captures as c')
    .innerJoin('text_blobs as b', 'b.sha256', 'c.sha256')
    .innerJoin('texts as t', 't.id', 'b.text_id')
    .select('c.id')
    .where('t.article_id', '=', articleId)
    .execute()
  const ids = await pagesOf(
    trx,
    articleId,
    captures.map(({ id }) => id),
  )
  const pages = await decidedPages(trx).where('p.id', 'in', ids).where('d.deed', '=', 'watch').execute()
  for (const page of pages) await decidePage(writer, page, { deed: 'stop', because: null })
}
