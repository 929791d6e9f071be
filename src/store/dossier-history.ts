import type { ThingRow } from '../record/as-of/dossier-at.ts'
import { quotedOf } from '../record/as-of/things.ts'
import type { Id } from '../record/id.ts'

/** Whether a dossier is published, from a record time on. */
type Publication = { readonly isPublished: boolean; readonly recordedAt: string }

/** The number of those that are not after `at`. @param moments in order */
function countUpTo(moments: readonly string[], at: string): number {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] ?? '') <= at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * All that was ever recorded of one dossier, and every moment at which anything changed that it is derived of: between
 * two of them it stands the same, so that one derivation serves all times in between.
 */
export class DossierHistory {
  readonly id: Id
  /** In the order in which they were recorded. */
  readonly rows: ThingRow[] = []
  readonly #publications: Publication[] = []
  readonly #moments: string[] = []
  /** The statements and articles it ever rested on, and since when. */
  readonly statements = new Map<Id, string>()
  readonly articles = new Map<Id, string>()

  constructor(id: Id) {
    this.id = id
  }

  /** @returns what it rests on by this row and did not before: statements and articles */
  addRow(row: ThingRow): { readonly statements: readonly Id[]; readonly articles: readonly Id[] } {
    this.rows.push(row)
    const quoted = row.entry.kind === 'value' ? quotedOf(row.entry.value) : []
    return {
      statements: quoted.flatMap(({ statementId }) =>
        statementId !== null && isNew(this.statements, statementId, row.recordedAt) ? [statementId] : [],
      ),
      articles: quoted.flatMap(({ article }) => (isNew(this.articles, article, row.recordedAt) ? [article] : [])),
    }
  }

  addPublication(publication: Publication): void {
    this.#publications.push(publication)
  }

  /** @returns the first version that is another one by it */
  addMoment(moment: string): number {
    const before = countUpTo(this.#moments, moment)
    if (this.#moments[before - 1] === moment) return before
    this.#moments.splice(before, 0, moment)
    return before + 1
  }

  /** The number of the state that stood at a record time; 0 before there was any. */
  versionAt(at: string): number {
    return countUpTo(this.#moments, at)
  }

  /** The moments from which on its versions stand, in their order. */
  get moments(): readonly string[] {
    return this.#moments
  }

  /** The moment from which on a version stands; versions count from 1. */
  momentOf(version: number): string {
    return this.#moments[version - 1] ?? ''
  }

  /** The last word on whether it is published, up to a record time; null where there was none. */
  publicationAt(at: string): Publication | null {
    return this.#publications.findLast(({ recordedAt }) => recordedAt <= at) ?? null
  }
}

/** Keeps the earliest of several times. @returns whether there was none so early */
function isNew(times: Map<Id, string>, id: Id, time: string): boolean {
  const known = times.get(id)
  if (known !== undefined && known <= time) return false
  times.set(id, time)
  return true
}
