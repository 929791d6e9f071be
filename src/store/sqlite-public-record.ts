import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { ListQuery } from '../record/page.ts'
import type { DossierView, Moment, PublicRecord } from '../record/public-record.ts'
import { acceptedCount } from './accepted-among.ts'
import type { Access } from './access.ts'
import type { DossierCache } from './dossier-cache.ts'
import { FOREVER } from './forever.ts'
import { publicDossierPage } from './public-dossiers.ts'
import { publicOutlet } from './public-outlet.ts'
import { lastChange } from './public-recent.ts'
import { publicSpeaker } from './public-speaker.ts'
import { publicStatement } from './public-statement.ts'
import { acceptedPage, newestAccepted } from './public-statements.ts'
import type { Tables } from './tables.ts'

/** Now, as the record stands. */
const NOW: Moment = { at: null, on: null }

/** What anybody may see, out of the record's own file. */
export class SqlitePublicRecord implements PublicRecord {
  readonly #access: Access
  readonly #cache: DossierCache

  constructor(access: Access, cache: DossierCache) {
    this.#access = access
    this.#cache = cache
  }

  async front(moment: Moment, limit: number) {
    const now = this.#access.now()
    const at = moment.at ?? FOREVER
    return this.#access.read(async (db) => {
      const { counts, ...front } = await this.#cache.front(db, limit, { moment, now })
      const statements = await acceptedCount(db, at)
      return { ...front, newest: await newestAccepted(db, at, limit), counts: { ...counts, statements } }
    })
  }

  async recent(limit: number) {
    const now = this.#access.now()
    return this.#access.read(async (db) => ({
      moved: await this.#cache.recent(db, limit, { moment: NOW, now }),
      statements: await newestAccepted(db, FOREVER, limit),
    }))
  }

  async changedAt() {
    return this.#access.read(lastChange)
  }

  async dossiers(query: ListQuery) {
    return this.#with(NOW, async (_, views) => publicDossierPage(views, query))
  }

  async dossier(id: Id, moment: Moment) {
    const now = this.#access.now()
    return this.#access.read((db) => this.#cache.publicView(db, id, { moment, now }))
  }

  async statement(id: Id, at: string | null) {
    return this.#with({ at, on: null }, (db, views) => publicStatement(db, id, { at: at ?? FOREVER, views }))
  }

  async statements(query: ListQuery) {
    return this.#access.read((db) => acceptedPage(db, query, { among: null, at: FOREVER }))
  }

  async speaker(id: Id, query: ListQuery & Moment) {
    const at = query.at ?? FOREVER
    return this.#with(query, (db, views) => publicSpeaker(db, id, { query, at, views }))
  }

  async outlet(name: string, query: ListQuery) {
    return this.#with(NOW, (db, views) => publicOutlet(db, name, { query, at: FOREVER, views }))
  }

  /** Reads, in one transaction, with the public dossiers of a moment. */
  #with<T>(moment: Moment, read: (db: Kysely<Tables>, views: readonly DossierView[]) => Promise<T>): Promise<T> {
    const now = this.#access.now()
    return this.#access.read(async (db) => read(db, await this.#cache.publicViews(db, moment, now)))
  }
}
