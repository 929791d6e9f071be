import { type Kysely, sql } from 'kysely'
import type { IdentityDecision } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { Removal } from '../record/removal.ts'
import { among } from './accepted-at.ts'
import { DossierHistory } from './dossier-history.ts'
import { emptiedRows, thingRowOf } from './dossier-rows.ts'
import { identityDecisions } from './identity-decisions.ts'
import { allRemovals } from './read-removal.ts'
import { NOTHING, type RecordHeads, recordHeads } from './record-heads.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

type Verdict = { readonly isAccepted: boolean; readonly recordedAt: string }

/** What new rows changed: of each dossier the first version that is another one now. */
export type Changes = {
  readonly isAll: boolean
  readonly from: ReadonlyMap<Id, number>
  readonly articles: readonly Id[]
}

/** Takes down that a dossier changed at a moment. */
type Note = (history: DossierHistory, moment: string) => void

/** That a dossier rests on a statement or an article, and since when. */
type Rests = { readonly history: DossierHistory; readonly id: Id; readonly since: string }

/** All dossiers with everything they are derived of, as far as it was read; each look reads what was added since. */
export class DossierHistories {
  #heads = NOTHING
  readonly #histories = new Map<Id, DossierHistory>()
  /** The decisions about each statement that a dossier ever rested on, in the order in which they were made. */
  readonly #verdicts = new Map<Id, Verdict[]>()
  readonly #quoting = new Map<Id, Set<DossierHistory>>()
  readonly #resting = new Map<Id, Set<DossierHistory>>()
  identities: readonly IdentityDecision[] = []
  removals: ReadonlyMap<Id, Removal> = new Map()

  get(id: Id): DossierHistory | null {
    return this.#histories.get(id) ?? null
  }

  all(): Iterable<DossierHistory> {
    return this.#histories.values()
  }

  /** The dossiers that ever rested on a statement. */
  quoting(statementId: Id): Iterable<DossierHistory> {
    return this.#quoting.get(statementId) ?? []
  }

  isAccepted(statementId: Id, at: string): boolean {
    return this.#verdicts.get(statementId)?.findLast(({ recordedAt }) => recordedAt <= at)?.isAccepted ?? false
  }

  /** Reads what was added since the last look. @returns null where nothing was */
  async refresh(db: Db): Promise<Changes | null> {
    const heads = await recordHeads(db)
    if (Object.entries(heads).every(([table, head]) => this.#heads[table as keyof RecordHeads] === head)) return null
    // A removal reaches back, into rows that were read.
    const isAll = heads.removals !== this.#heads.removals
    if (isAll) this.#forget()
    const from = new Map<Id, number>()
    const note: Note = (history, moment) => {
      const version = history.addMoment(moment)
      from.set(history.id, Math.min(version, from.get(history.id) ?? version))
    }
    const before = this.#heads
    const articles = await this.#addReadings(db, before.readings, note)
    await this.#addDecisions(db, before.decisions, note)
    if (heads.identities !== before.identities) await this.#addIdentities(db, note)
    await this.#addRows(db, before.rows, note)
    await this.#addPublications(db, before.publications, note)
    if (isAll) this.removals = await allRemovals(db)
    this.#heads = heads
    return { isAll, from, articles }
  }

  /** Later readings of articles that a dossier rests on. @returns the articles of all that is new since the first look */
  async #addReadings(db: Db, after: number, note: Note): Promise<readonly Id[]> {
    if (this.#heads === NOTHING) return []
    const rows = await db
      .selectFrom('readings as r')
      .innerJoin('texts as t', 't.id', 'r.text_id')
      .select(['t.article_id', 'r.recorded_at'])
      .where(sql<number>`r.rowid`, '>', after)
      .execute()
    for (const { article_id, recorded_at } of rows)
      for (const history of this.#resting.get(article_id) ?? []) note(history, recorded_at)
    return rows.map(({ article_id }) => article_id)
  }

  /** Decisions about statements that a dossier rests on. */
  async #addDecisions(db: Db, after: number, note: Note): Promise<void> {
    if (this.#verdicts.size === 0) return
    for (const { statement_id, verdict, recorded_at } of await verdictRows(db).where('seq', '>', after).execute()) {
      this.#verdicts.get(statement_id)?.push({ isAccepted: verdict === 'accepted', recordedAt: recorded_at })
      for (const history of this.#quoting.get(statement_id) ?? []) note(history, recorded_at)
    }
  }

  async #addIdentities(db: Db, note: Note): Promise<void> {
    const known = this.identities.length
    this.identities = await identityDecisions(db)
    for (const { recordedAt } of this.identities.slice(known))
      for (const history of this.#histories.values()) note(history, recordedAt)
  }

  async #addPublications(db: Db, after: number, note: Note): Promise<void> {
    const rows = await db.selectFrom('publications').selectAll().where('seq', '>', after).orderBy('seq').execute()
    for (const { dossier_id, is_published, recorded_at } of rows) {
      const history = this.#history(dossier_id)
      history.addPublication({ isPublished: is_published === 1, recordedAt: recorded_at })
      note(history, recorded_at)
    }
  }

  async #addRows(db: Db, after: number, note: Note): Promise<void> {
    const [quoted, rested]: [Rests[], Rests[]] = [[], []]
    const rows = await db.selectFrom('dossier_rows').selectAll().where('seq', '>', after).orderBy('seq').execute()
    const emptied = rows.length === 0 ? new Map<Id, string>() : await emptiedRows(db)
    for (const row of rows) {
      const history = this.#history(row.dossier_id)
      const { statements, articles } = history.addRow(thingRowOf(row, emptied))
      note(history, row.recorded_at)
      for (const id of statements) quoted.push({ history, id, since: row.recorded_at })
      for (const id of articles) rested.push({ history, id, since: row.recorded_at })
    }
    await this.#restOnStatements(db, quoted, note)
    await this.#restOnArticles(db, rested, note)
  }

  /** What was decided about a statement later than a dossier first rested on it changes the dossier. */
  async #restOnStatements(db: Db, quoted: readonly Rests[], note: Note): Promise<void> {
    const fresh = [...new Set(quoted.map(({ id }) => id))].filter((id) => !this.#verdicts.has(id))
    for (const id of fresh) this.#verdicts.set(id, [])
    const rows = fresh.length === 0 ? [] : await verdictRows(db).where('statement_id', 'in', among(fresh)).execute()
    for (const { statement_id, verdict, recorded_at } of rows)
      this.#verdicts.get(statement_id)?.push({ isAccepted: verdict === 'accepted', recordedAt: recorded_at })
    for (const { history, id, since } of quoted) {
      addTo(this.#quoting, id, history)
      for (const { recordedAt } of this.#verdicts.get(id) ?? []) if (recordedAt > since) note(history, recordedAt)
    }
  }

  /** So does every later version of an article. */
  async #restOnArticles(db: Db, rested: readonly Rests[], note: Note): Promise<void> {
    if (rested.length === 0) return
    const rows = await db
      .selectFrom('texts as t')
      .innerJoin('readings as r', 'r.text_id', 't.id')
      .select(['t.article_id', 'r.recorded_at'])
      .where('t.article_id', 'in', among([...new Set(rested.map(({ id }) => id))]))
      .execute()
    const times = Map.groupBy(rows, ({ article_id }) => article_id)
    for (const { history, id, since } of rested) {
      addTo(this.#resting, id, history)
      for (const { recorded_at } of times.get(id) ?? []) if (recorded_at > since) note(history, recorded_at)
    }
  }

  #forget(): void {
    this.#heads = NOTHING
    for (const known of [this.#histories, this.#verdicts, this.#quoting, this.#resting]) known.clear()
    this.identities = []
  }

  #history(id: Id): DossierHistory {
    const known = this.#histories.get(id)
    if (known !== undefined) return known
    const history = new DossierHistory(id)
    for (const { recordedAt } of this.identities) history.addMoment(recordedAt)
    this.#histories.set(id, history)
    return history
  }
}

function verdictRows(db: Db) {
  return db.selectFrom('statement_decisions').select(['statement_id', 'verdict', 'recorded_at']).orderBy('seq')
}

function addTo<T>(sets: Map<Id, Set<T>>, id: Id, item: T): void {
  const known = sets.get(id)
  if (known === undefined) sets.set(id, new Set([item]))
  else known.add(item)
}
