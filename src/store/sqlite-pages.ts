import type { Kysely } from 'kysely'
import type { Fault } from '../article/fault.ts'
import { assertClean } from '../record/clean.ts'
import type { Id } from '../record/id.ts'
import type { PageState, WatchedPage, WatchedPages } from '../record/watched-pages.ts'
import type { Access } from './access.ts'
import { decidedPages, decidePage, newPage } from './page-decisions.ts'
import type { PageStates, Tables } from './tables.ts'
import type { Writer } from './writer.ts'

function pages(db: Kysely<Tables>) {
  return decidedPages(db).where('d.deed', '=', 'watch')
}

type PageRow = PageStates & { readonly id: Id; readonly address: string; readonly watchedSince: string }

function pageOf(row: PageRow): WatchedPage {
  return {
    id: row.id,
    address: row.address,
    watchedSince: row.watchedSince,
    articleId: row.article_id,
    etag: row.etag,
    lastModified: row.last_modified,
    lookedAt: row.looked_at,
    nextAt: row.next_at,
    failures: row.failures,
    fault: row.fault === null ? null : (JSON.parse(row.fault) as Fault),
    goneSince: row.gone_since,
  }
}

function columnsOf(state: Partial<PageState>): Partial<PageStates> {
  const { articleId, etag, lastModified, lookedAt, nextAt, failures, fault, goneSince } = state
  return {
    ...(articleId !== undefined && { article_id: articleId }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { last_modified: lastModified }),
    ...(lookedAt !== undefined && { looked_at: lookedAt }),
    ...(nextAt !== undefined && { next_at: nextAt }),
    ...(failures !== undefined && { failures }),
    ...(fault !== undefined && { fault: fault && JSON.stringify(fault) }),
    ...(goneSince !== undefined && { gone_since: goneSince }),
  }
}

async function update({ trx }: Writer, id: Id, state: Partial<PageState>): Promise<void> {
  await trx.updateTable('page_states').set(columnsOf(state)).where('page_id', '=', id).execute()
}

async function watchPage(writer: Writer, address: string) {
  const known = await decidedPages(writer.trx).where('p.address', '=', address).executeTakeFirst()
  if (known?.deed === 'watch') return { state: 'known', id: known.id } as const
  const page = known ?? (await newPage(writer, address))
  await decidePage(writer, page, { deed: 'watch', because: null })
  return { state: 'watched', id: page.id } as const
}

async function stopPage(writer: Writer, id: Id): Promise<boolean> {
  const page = await pages(writer.trx).where('p.id', '=', id).executeTakeFirst()
  if (page === undefined) return false
  await decidePage(writer, page, { deed: 'stop', because: null })
  return true
}

/** The pages that are looked at again, in the record's own file. */
export class SqlitePages implements WatchedPages {
  readonly #access: Access

  constructor(access: Access) {
    this.#access = access
  }

  async watch(address: string) {
    assertClean(address)
    return this.#access.write((writer) => watchPage(writer, address))
  }

  async stop(id: Id) {
    return this.#access.write((writer) => stopPage(writer, id))
  }

  async watched() {
    return this.#access.read(async (db) => (await pages(db).execute()).map(pageOf))
  }

  async page(id: Id) {
    const row = await this.#access.read((db) => pages(db).where('p.id', '=', id).executeTakeFirst())
    return row === undefined ? null : pageOf(row)
  }

  async ofArticle(articleId: Id) {
    const row = await this.#access.read((db) => pages(db).where('s.article_id', '=', articleId).executeTakeFirst())
    return row === undefined ? null : pageOf(row)
  }

  async decisions(id: Id) {
    return this.#access.read((db) =>
      db
        .selectFrom('page_decisions')
        .select(['id', 'deed', 'recorded_at as recordedAt'])
        .where('page_id', '=', id)
        .orderBy('seq')
        .execute(),
    )
  }

  async due(now: string) {
    const rows = await this.#access.read((db) =>
      pages(db).where('s.next_at', '<=', now).clearOrderBy().orderBy('s.next_at').execute(),
    )
    return rows.map(pageOf)
  }

  async update(id: Id, state: Partial<PageState>) {
    assertClean(state)
    await this.#access.write((writer) => update(writer, id, state))
  }
}
