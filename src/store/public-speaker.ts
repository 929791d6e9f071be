import type { Kysely } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { ListQuery } from '../record/page.ts'
import type { DossierView, SpeakerView } from '../record/public-record.ts'
import { identityDecisions } from './identity-decisions.ts'
import { publicActors } from './public-actors.ts'
import { commitmentLines } from './public-front.ts'
import { acceptedPage } from './public-statements.ts'
import type { Tables } from './tables.ts'

/**
 * A speaker at a record time, by its id or one that was merged into it.
 *
 * @param views the public dossiers of then
 * @returns null where neither a published dossier names it nor a statement of it was accepted
 */
export async function publicSpeaker(
  db: Kysely<Tables>,
  id: Id,
  { query, at, views }: { readonly query: ListQuery; readonly at: string; readonly views: readonly DossierView[] },
): Promise<SpeakerView | null> {
  const actorId = identitiesAt(await identityDecisions(db), at).actorOf(id)
  const actor = (await publicActors(db, [actorId], at)).get(actorId)
  const statements = await acceptedPage(db, query, { among: { speakerId: actorId }, at })
  const isNamed = views.some(({ dossier }) => dossier.actors.some((own) => own.id === actorId))
  if (actor === undefined || (!isNamed && statements.total === 0)) return null
  const commitments = views.flatMap(commitmentLines).filter(({ commitment }) => commitment.actorId === actorId)
  return { actor, commitments, statements }
}
