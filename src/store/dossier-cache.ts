import type { Kysely } from 'kysely'
import { type Identities, identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { PublicState } from '../record/moved/public-state.ts'
import type { ArticleSummary } from '../record/records.ts'
import { type ArticleVersion, articleVersions, versionAt } from './article-versions.ts'
import { BoundedCache } from './bounded-cache.ts'
import { type DossierFold, foldDossier } from './dossier-fold.ts'
import { DossierHistories } from './dossier-histories.ts'
import type { DossierHistory } from './dossier-history.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Parts of dossiers that are kept derived, one for each row there ever was: a hundred large dossiers at a dozen moments. */
const MOST_PARTS = 300_000
/** Articles whose versions are kept, without their texts. */
const MOST_ARTICLES = 20_000
/** Who is who is kept for so many moments. */
const MOST_IDENTITIES = 50

/**
 * Dossiers derived once and kept until something changes what they are derived of, by any process. A dossier stands the
 * same between two of its moments, so that one derivation serves every time in between. All of it can be made again
 * from the record, and is when a process starts.
 */
export class DossierCache {
  readonly #histories = new DossierHistories()
  readonly #folds = new BoundedCache<string, DossierFold>(MOST_PARTS, ({ weight }) => weight)
  readonly #articles = new BoundedCache<Id, readonly ArticleVersion[]>(MOST_ARTICLES)
  readonly #identities = new BoundedCache<number, Identities>(MOST_IDENTITIES)

  /** Brings it up to what the record holds: first in every transaction that asks it. */
  async refresh(db: Db): Promise<void> {
    const changes = await this.#histories.refresh(db)
    if (changes === null) return
    this.#identities.clear()
    if (changes.isAll) {
      this.#folds.clear()
      this.#articles.clear()
      return
    }
    for (const id of changes.articles) this.#articles.delete(id)
    for (const key of this.#folds.keys()) {
      const { id, version } = keyParts(key)
      if (version >= (changes.from.get(id) ?? Number.POSITIVE_INFINITY)) this.#folds.delete(key)
    }
  }

  /** A dossier as it stood at a record time; null before there was anything of it. @param isPublic whether only what is accepted is seen */
  fold(id: Id, at: string, isPublic: boolean): DossierFold | null {
    const history = this.#histories.get(id)
    return history === null ? null : this.#foldOf(history, at, isPublic)
  }

  /** All dossiers that were public at a record time, by their ids. */
  publicFolds(at: string): readonly DossierFold[] {
    return this.#publicOf(this.#histories.all(), at)
  }

  /** All that the public ever saw of each dossier up to a record time, in its order. */
  publicStates(at: string): ReadonlyMap<Id, readonly PublicState[]> {
    const all = [...this.#histories.all()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return new Map(all.map((history) => [history.id, this.#statesOf(history, at)]))
  }

  /** All dossiers as the desk sees them, public or not. */
  deskFolds(at: string): readonly DossierFold[] {
    return [...this.#histories.all()].flatMap((history) => this.#foldOf(history, at, false) ?? [])
  }

  /** Those that were public and ever rested on a statement. */
  publicFoldsWith(statementId: Id, at: string): readonly DossierFold[] {
    return this.#publicOf(this.#histories.quoting(statementId), at)
  }

  /** Articles as they stood at a record time; those that were not there yet, or were removed, are not. */
  async articles(db: Db, ids: Iterable<Id>, at: string): Promise<ReadonlyMap<Id, ArticleSummary>> {
    const known = new Map([...new Set(ids)].map((id) => [id, this.#articles.get(id)]))
    const missing = [...known].flatMap(([id, versions]) => (versions === undefined ? [id] : []))
    const read = missing.length === 0 ? new Map<Id, readonly ArticleVersion[]>() : await articleVersions(db, missing)
    for (const id of missing) this.#articles.set(id, read.get(id) ?? [])
    const found = new Map<Id, ArticleSummary>()
    for (const [id, versions] of known) {
      const summary = versionAt(versions ?? read.get(id) ?? [], at)
      if (summary !== null) found.set(id, summary)
    }
    return found
  }

  #statesOf(history: DossierHistory, at: string): readonly PublicState[] {
    const moments = history.moments.filter((moment) => moment <= at)
    const first = moments.findIndex((moment) => history.publicationAt(moment)?.isPublished === true)
    return first < 0 ? [] : moments.slice(first).map((from) => this.#stateOf(history, from))
  }

  #stateOf(history: DossierHistory, from: string): PublicState {
    const isPublished = history.publicationAt(from)?.isPublished === true
    const fold = isPublished ? this.#foldOf(history, from, true) : null
    return { from, dossier: fold?.dossier ?? null, since: fold?.since ?? new Map(), gone: fold?.gone ?? [] }
  }

  #publicOf(histories: Iterable<DossierHistory>, at: string): readonly DossierFold[] {
    return [...histories]
      .filter((history) => history.publicationAt(at)?.isPublished === true)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((history) => this.#foldOf(history, at, true) ?? [])
  }

  #foldOf(history: DossierHistory, at: string, isPublic: boolean): DossierFold | null {
    const version = history.versionAt(at)
    if (version === 0) return null
    const key = keyOf(history.id, version, isPublic)
    const known = this.#folds.get(key)
    if (known !== undefined) return known
    const fold = foldDossier(history, version, {
      isPublic,
      isAccepted: (id, moment) => this.#histories.isAccepted(id, moment),
      identities: this.#identitiesAt(history.momentOf(version)),
      removals: this.#histories.removals,
    })
    this.#folds.set(key, fold)
    return fold
  }

  /** Null where nothing was decided by then. */
  #identitiesAt(at: string): Identities | null {
    const decisions = this.#histories.identities.filter(({ recordedAt }) => recordedAt <= at)
    if (decisions.length === 0) return null
    // By how many there were: of decisions in the order of their times, that says which.
    const known = this.#identities.get(decisions.length)
    if (known !== undefined) return known
    const identities = identitiesAt(decisions, at)
    this.#identities.set(decisions.length, identities)
    return identities
  }
}

function keyOf(id: Id, version: number, isPublic: boolean): string {
  return `${version} ${isPublic ? 'public' : 'desk'} ${id}`
}

function keyParts(key: string): { readonly id: Id; readonly version: number } {
  const [version = '', side = ''] = key.split(' ', 2)
  return { id: key.slice(version.length + side.length + 2), version: Number(version) }
}
