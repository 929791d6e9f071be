import type { Actor } from '../../record/actors/actor.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import type { Evidence } from '../../record/dossier/quoted.ts'
import type { Id } from '../../record/id.ts'
import type { Store } from '../../record/store.ts'
import { kindOfName } from '../../text/name-kind.ts'
import { mainName } from '../../view/actor-names.ts'

/**
 * The speakers of evidence whom the dossier does not name yet, as actors of it: who is quoted in a dossier has to be
 * one of its actors. Previews name them before anything is written.
 */
export async function newSpeakers(
  { actors }: Dossier,
  evidence: readonly Evidence[],
  store: { readonly speaker: Store['speaker']; readonly known: readonly Actor[] },
): Promise<readonly Actor[]> {
  const here = new Set(actors.map(({ id }) => id))
  const ids = new Set(
    evidence.flatMap(({ speakerId }) => (speakerId === null || here.has(speakerId) ? [] : [speakerId])),
  )
  const found: Actor[] = []
  for (const id of ids) found.push(await actorOf(id, store))
  return found
}

async function actorOf(
  id: Id,
  { speaker, known }: { readonly speaker: Store['speaker']; readonly known: readonly Actor[] },
): Promise<Actor> {
  const other = known.find((actor) => actor.id === id)
  // What it is at whom belongs to the other dossier's actors, which this one may not have.
  if (other !== undefined) return { ...other, roles: other.roles.filter(({ of }) => of === null), relations: [] }
  const names = (await speaker(id, { words: null, cursor: null, limit: 1 }))?.actor.names ?? []
  const kind = kindOfName(mainName(names)?.name ?? '') === 'organisation' ? 'organisation' : 'person'
  return { id, kind, names, roles: [], relations: [], identifiers: [] }
}
