import { normaliseName } from '../../record/actor-name.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import type { Id } from '../../record/id.ts'
import type { Store } from '../../record/store.ts'
import { isFullName } from '../../text/name-kind.ts'

/** Of so many speakers that hold the words of a name, those who bear it are looked for. */
const LOOKED_AT = 20

/**
 * Who an actor is that is added by name: the speaker of the record who alone bears that whole name, as when a dossier
 * file is taken in; else somebody new.
 *
 * @param names as typed, one a line
 * @param spare the id of somebody new
 */
export async function actorIdFor(
  store: Pick<Store, 'speakers'>,
  names: string,
  { dossier, spare }: { readonly dossier: Dossier; readonly spare: Id },
): Promise<Id> {
  const [line = ''] = names.split('\n')
  const name = (line.split('|')[0] ?? '').trim()
  if (!isFullName(name) || name.length > 200) return spare
  const { items } = await store.speakers({ words: name, cursor: null, limit: LOOKED_AT })
  const bearers = items.filter((actor) => actor.names.some((own) => normaliseName(own.name) === normaliseName(name)))
  const [only, another] = bearers
  const isHere = dossier.actors.some(({ id }) => id === only?.id)
  return only === undefined || another !== undefined || isHere ? spare : only.id
}
