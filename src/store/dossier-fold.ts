import type { Identities } from '../record/actors/identities.ts'
import { type DossierAt, dossierAt, type Gone } from '../record/as-of/dossier-at.ts'
import { quotedOf } from '../record/as-of/things.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import { withIdentities } from '../record/dossier/with-identities.ts'
import { quotedIn, withQuoted } from '../record/dossier/with-quoted.ts'
import type { Id } from '../record/id.ts'
import type { Removal } from '../record/removal.ts'
import type { DossierHistory } from './dossier-history.ts'

/** A dossier as it stood at a record time, before any day is asked about. */
export type DossierFold = {
  /** What was derived is right from this moment on, until the dossier's next. */
  readonly at: string
  /** Null where there was none, or none any more. */
  readonly dossier: Dossier | null
  readonly gone: DossierAt['gone']
  readonly since: DossierAt['since']
  /** UTC, when anything in it was last recorded. */
  readonly changedAt: string
  /** UTC, since when it is published; null where it is not. */
  readonly publishedAt: string | null
  /** What it takes to keep. */
  readonly weight: number
}

/** What a dossier is derived of besides its own rows. */
export type FoldSources = {
  /** Whether a statement was accepted at a record time. */
  readonly isAccepted: (statementId: Id, at: string) => boolean
  readonly identities: Identities | null
  /** Articles that were removed, whenever that was. */
  readonly removals: ReadonlyMap<Id, Removal>
}

/** A dossier without the evidence whose statement is not accepted. */
function withAccepted(dossier: Dossier, isAccepted: (statementId: Id) => boolean): Dossier {
  const isPublic = (statementId: Id | null) => statementId === null || isAccepted(statementId)
  // Nearly always all of it is: then nothing is made anew.
  if (quotedIn(dossier).every(({ statementId }) => isPublic(statementId))) return dossier
  return withQuoted(dossier, (quoted) => (isPublic(quoted.statementId) ? quoted : null))
}

/** What rested on articles that were removed, each as a part that is gone. */
function removedWords({ rows }: DossierHistory, removals: FoldSources['removals'], at: string): readonly Gone[] {
  const found = new Map<string, Gone>()
  for (const { thingId, type, entry, recordedAt } of rows) {
    if (entry.kind !== 'value' || recordedAt > at) continue
    for (const { article } of quotedOf(entry.value)) {
      const removal = removals.get(article)
      if (removal === undefined) continue
      const of = type === 'quoted' ? null : thingId
      found.set(`${thingId} ${article}`, {
        thingId: type === 'quoted' ? thingId : article,
        type: 'quoted',
        of,
        how: 'removed',
        recordedAt: removal.at,
        reason: removal.reason,
      })
    }
  }
  return [...found.values()]
}

/**
 * Derives a dossier at one of its versions.
 *
 * @param isPublic whether only what is accepted is seen
 */
export function foldDossier(
  history: DossierHistory,
  version: number,
  { isPublic, isAccepted, identities, removals }: FoldSources & { readonly isPublic: boolean },
): DossierFold {
  const at = history.momentOf(version)
  const { dossier: whole, gone, since } = dossierAt(history.rows, history.id, at)
  const publication = history.publicationAt(at)
  const isTouched = [...removals.keys()].some((article) => history.articles.has(article))
  const known = whole === null || identities === null ? whole : withIdentities(whole, identities)
  const left =
    known !== null && isTouched ? withQuoted(known, (quoted) => (removals.has(quoted.article) ? null : quoted)) : known
  return {
    at,
    dossier: left !== null && isPublic ? withAccepted(left, (id) => isAccepted(id, at)) : left,
    gone: isTouched ? [...gone, ...removedWords(history, removals, at)] : gone,
    since,
    changedAt: history.rows.findLast(({ recordedAt }) => recordedAt <= at)?.recordedAt ?? at,
    publishedAt: publication?.isPublished === true ? publication.recordedAt : null,
    weight: history.rows.length,
  }
}
