import { type Kysely, sql } from 'kysely'
import { linkKey } from '../article/feed/link-key.ts'
import { dossierAt } from '../record/as-of/dossier-at.ts'
import { quotedIn } from '../record/dossier/with-quoted.ts'
import { keyOfLink } from '../record/entry-keys.ts'
import type { Id } from '../record/id.ts'
import type { WatchedGroup } from '../record/watched-groups.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { digestOfKey } from './feed-entries.ts'
import { FOREVER } from './forever.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** An article's page as it was captured last. */
type Captured = { readonly articleId: Id; readonly url: string; readonly asked: string | null }

/** The last capture of each article at an address that can be looked at. */
async function capturedPages(db: Db): Promise<readonly Captured[]> {
  const { rows } = await sql<Captured>`
    select t.article_id as articleId, c.url, c.asked_url as asked, max(c.id) as last
    from captures c join text_blobs b on b.sha256 = c.sha256 join texts t on t.id = b.text_id
    where c.url like 'http%' group by t.article_id order by last`.execute(db)
  return rows
}

/** Those of some addresses that are of entries of a feed. */
async function entriesAmong(db: Db, feedId: Id, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = new Map(
    addresses
      .filter((address) => URL.canParse(address))
      .map((address) => [digestOfKey(keyOfLink(linkKey(address))).toString('hex'), address]),
  )
  const { rows } = await sql<{ key: string }>`
    select lower(hex(k.key)) as key from feed_entry_keys k join feed_entries e on e.seq = k.entry
    where e.feed_id = ${feedId}`.execute(db)
  return new Set(rows.flatMap(({ key }) => keys.get(key) ?? []))
}

async function pagesOfFeed(db: Db, feedId: Id): Promise<readonly string[]> {
  const pages = await capturedPages(db)
  const theirs = await entriesAmong(
    db,
    feedId,
    pages.flatMap(({ url, asked }) => (asked === null ? [url] : [url, asked])),
  )
  return pages.flatMap(({ url, asked }) => (theirs.has(url) || theirs.has(asked ?? '') ? [url] : []))
}

async function pagesOfDossier(db: Db, dossierId: Id): Promise<readonly string[]> {
  const { dossier } = dossierAt(await rowsOfDossier(db, dossierId), dossierId, FOREVER)
  if (dossier === null) return []
  const articles = new Set(quotedIn(dossier).map(({ article }) => article))
  return (await capturedPages(db)).flatMap(({ articleId, url }) => (articles.has(articleId) ? [url] : []))
}

/** The addresses of all pages of a feed's entries, or of the articles that a dossier's evidence stands in. */
export function pagesOfGroup(db: Db, { kind, id }: WatchedGroup): Promise<readonly string[]> {
  return kind === 'feed' ? pagesOfFeed(db, id) : pagesOfDossier(db, id)
}
