import type { Kysely } from 'kysely'
import type { Archive } from '../record/archive.ts'
import type { Id } from '../record/id.ts'
import type { RecordSpan } from '../record/moved/dossier-moves.ts'
import type { DatedQuery, Moment, PublicRecord } from '../record/public-record.ts'
import type { Access } from './access.ts'
import type { DossierCache } from './dossier-cache.ts'
import { dossierView } from './dossier-view.ts'
import { FOREVER } from './forever.ts'
import { publicDossierPage } from './public-dossiers.ts'
import { acceptedInBytes, publicEvidence } from './public-evidence.ts'
import { publicMoves } from './public-moves.ts'
import { publicOutlet } from './public-outlet.ts'
import { lastChange, recentMoves } from './public-recent.ts'
import { publicSpeaker } from './public-speaker.ts'
import { publicStatement } from './public-statement.ts'
import { acceptedPage, newestAccepted } from './public-statements.ts'
import { readFront } from './read-front.ts'
import type { Tables } from './tables.ts'

/** Now, as the record stands. */
const NOW: Moment = { at: null, on: null }

/** What anybody may see, out of the record's own file. */
export class SqlitePublicRecord implements PublicRecord {
  readonly #access: Access
  readonly #cache: DossierCache
  readonly #archive: Pick<Archive, 'record'>

  constructor(access: Access, cache: DossierCache, archive: Pick<Archive, 'record'>) {
    this.#access = access
    this.#cache = cache
    this.#archive = archive
  }

  async front(moment: Moment, limit: number) {
    const asked = { moment, now: this.#access.now() }
    return this.#read((db, cache) => readFront(db, limit, { cache, asked }))
  }

  async recent(limit: number) {
    const asked = { moment: NOW, now: this.#access.now() }
    return this.#read(async (db, cache) => ({
      moved: await recentMoves(db, limit, { folds: cache.publicFolds(FOREVER), cache, asked }),
      statements: await newestAccepted(db, FOREVER, limit),
    }))
  }

  async moved(span: RecordSpan) {
    return this.#read((db, cache) => publicMoves(db, span, cache))
  }

  async changedAt() {
    return this.#access.read(lastChange)
  }

  async dossiers(query: DatedQuery) {
    return this.#read(async (_, cache) => publicDossierPage(cache.publicFolds(query.at ?? FOREVER), query))
  }

  async dossier(id: Id, moment: Moment) {
    const asked = { moment, now: this.#access.now() }
    return this.#read((db, cache) => dossierView(db, id, { cache, asked, isPublic: true }))
  }

  async statement(id: Id, at: string | null) {
    return this.#read((db, cache) => publicStatement(db, id, { at: at ?? FOREVER, cache }))
  }

  async evidence(id: Id) {
    const found = await this.#read((db, cache) => acceptedInBytes(db, id, cache))
    return found === null || !('statement' in found) ? found : publicEvidence(found, this.#archive)
  }

  async statements(query: DatedQuery) {
    return this.#access.read((db) => acceptedPage(db, query, null))
  }

  async speaker(id: Id, query: DatedQuery & Moment) {
    const asked = { moment: query, now: this.#access.now() }
    return this.#read((db, cache) => publicSpeaker(db, id, { query, cache, asked }))
  }

  async outlet(name: string, query: DatedQuery) {
    return this.#read((db, cache) => publicOutlet(db, name, { query, cache }))
  }

  /** Reads, in one transaction, with what is derived of dossiers as the record stands in it. */
  #read<T>(read: (db: Kysely<Tables>, cache: DossierCache) => Promise<T>): Promise<T> {
    return this.#access.read(async (db) => {
      await this.#cache.refresh(db)
      return read(db, this.#cache)
    })
  }
}
