import { dossierOf } from '../../record/as-of/things.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import type { PartNow } from '../../record/dossier-edit/dossier-edit.ts'
import type { Id } from '../../record/id.ts'
import type { Desk } from '../desk.ts'

/** A dossier as its rows have it, for who changes it. */
export type KeptDossier = {
  readonly dossier: Dossier
  readonly parts: ReadonlyMap<Id, PartNow>
  readonly isPublished: boolean
}

/** A dossier that is made by the form at hand. */
export function emptyDossier(id: Id): KeptDossier {
  const lists = { actors: [], places: [], commitments: [], demands: [], figures: [], quoted: [] }
  return { dossier: { id, title: '', summary: null, timeZones: [], ...lists }, parts: new Map(), isPublished: false }
}

/** @returns null where there is no dossier of this id, or none any more */
export async function keptDossier({ store: { dossiers } }: Pick<Desk, 'store'>, id: Id): Promise<KeptDossier | null> {
  const parts = await dossiers.parts(id)
  const things = [...parts.values()].flatMap(({ entry }) => (entry.kind === 'value' ? [entry.value] : []))
  const dossier = dossierOf(things, id)
  if (dossier === null) return null
  const line = (await dossiers.list()).find((one) => one.id === id)
  return { dossier, parts, isPublished: line?.isPublished ?? false }
}
