import { type Kysely, sql } from 'kysely'
import type { ThingRow } from '../record/as-of/dossier-at.ts'
import type { Id } from '../record/id.ts'
import type { DossierGone, DossierView, Moment, Recent } from '../record/public-record.ts'
import { thingRowOf } from './dossier-rows.ts'
import { dossierView } from './dossier-view.ts'
import { publishedIds } from './public-dossiers.ts'
import { type DossierFront, frontOf } from './public-front.ts'
import { recentMoves } from './public-recent.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Moments whose dossiers are kept derived: now, and the few that somebody looks at. */
const MOMENTS = 3

/** In every time zone a day begins on a quarter of an hour. */
const QUARTER_MS = 900_000

/** A moment, and the time at which it is asked about. */
type Asked = { readonly moment: Moment; readonly now: string }

/**
 * Rows of dossiers, read once, and what is derived of all of them at a moment. Rows are only ever added, so that those
 * that are kept stay right; what is derived is kept until a decision or a text version is added, by any process.
 */
export class DossierCache {
  readonly #rows = new Map<Id, ThingRow[]>()
  #last = 0
  readonly #views = new Map<string, readonly DossierView[]>()
  readonly #fronts = new WeakMap<readonly DossierView[], Map<number, DossierFront>>()
  readonly #recent = new WeakMap<readonly DossierView[], Map<number, Recent['moved']>>()

  /** All rows of a dossier, in the order in which they were recorded. */
  async rows(db: Db, dossierId: Id): Promise<readonly ThingRow[]> {
    const added = await db.selectFrom('dossier_rows').selectAll().where('seq', '>', this.#last).orderBy('seq').execute()
    for (const row of added) {
      const known = this.#rows.get(row.dossier_id) ?? []
      known.push(thingRowOf(row))
      this.#rows.set(row.dossier_id, known)
      this.#last = row.seq
    }
    return this.#rows.get(dossierId) ?? []
  }

  /** One dossier that is public at a moment: out of those that are kept derived, else by itself. */
  async publicView(db: Db, id: Id, { moment, now }: Asked): Promise<DossierView | DossierGone | null> {
    const known = this.#views.get(await keyOf(db, moment, now))?.find(({ dossier }) => dossier.id === id)
    if (known !== undefined) return { ...known, at: moment.at ?? now }
    return dossierView(db, id, { rows: await this.rows(db, id), moment, now, isPublic: true })
  }

  /** What the front page shows of the public dossiers of a moment. */
  async front(db: Db, limit: number, { moment, now }: Asked): Promise<DossierFront> {
    const views = await this.publicViews(db, moment, now)
    const fronts = this.#fronts.get(views) ?? new Map<number, DossierFront>()
    const front = fronts.get(limit) ?? frontOf(views, limit)
    this.#fronts.set(views, fronts.set(limit, front))
    return front
  }

  /** The events of the public dossiers that were recorded last. */
  async recent(db: Db, limit: number, { moment, now }: Asked): Promise<Recent['moved']> {
    const views = await this.publicViews(db, moment, now)
    const lists = this.#recent.get(views) ?? new Map<number, Recent['moved']>()
    const moved = lists.get(limit) ?? recentMoves(views, limit)
    this.#recent.set(views, lists.set(limit, moved))
    return moved
  }

  /** All dossiers that are public at a moment, with what is derived of them. */
  async publicViews(db: Db, moment: Moment, now: string): Promise<readonly DossierView[]> {
    const key = await keyOf(db, moment, now)
    const known = this.#views.get(key)
    if (known !== undefined) return known
    const views: DossierView[] = []
    for (const id of await publishedIds(db, moment.at)) {
      const rows = await this.rows(db, id)
      const view = await dossierView(db, id, { rows, moment, now, isPublic: true })
      if (view !== null && 'dossier' in view) views.push(view)
    }
    this.#keep(key, views)
    return views
  }

  #keep(key: string, views: readonly DossierView[]): void {
    this.#views.set(key, views)
    for (const old of this.#views.keys()) {
      if (this.#views.size <= MOMENTS) return
      this.#views.delete(old)
    }
  }
}

/** What the record was asked, by when and what it was. */
async function keyOf(db: Db, moment: Moment, now: string): Promise<string> {
  return `${await headOfRecord(db)} ${moment.at ?? slotOf(now)} ${moment.on ?? ''}`
}

/** The quarter of an hour in which no day begins or ends. */
function slotOf(now: string): string {
  return `now-${Math.floor(Date.parse(now) / QUARTER_MS)}`
}

/** What changes whenever anything changes that dossiers are derived of: decisions, and texts that supersede others. */
async function headOfRecord(db: Db): Promise<string> {
  const { rows } = await sql<{ decisions: number | null; texts: number }>`
    select (select max(seq) from decisions) as decisions,
      (select count(*) from texts where supersedes is not null) as texts`.execute(db)
  return `${rows[0]?.decisions ?? 0}.${rows[0]?.texts ?? 0}`
}
