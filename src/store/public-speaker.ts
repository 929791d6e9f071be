import type { Kysely } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { DatedQuery, SpeakerView } from '../record/public-record.ts'
import type { DossierCache } from './dossier-cache.ts'
import type { Asked } from './dossier-view.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { publicActors } from './public-actors.ts'
import { frontSource } from './public-front.ts'
import { acceptedPage } from './public-statements.ts'
import { commitmentLines } from './read-front.ts'
import type { Tables } from './tables.ts'

/**
 * A speaker at a moment, by its id or one that was merged into it.
 *
 * @returns null where neither a published dossier names it nor a statement of it was accepted
 */
export async function publicSpeaker(
  db: Kysely<Tables>,
  id: Id,
  { query, cache, asked }: { readonly query: DatedQuery; readonly cache: DossierCache; readonly asked: Asked },
): Promise<SpeakerView | null> {
  const at = asked.moment.at ?? FOREVER
  const actorId = identitiesAt(await identityDecisions(db), at).actorOf(id)
  const actor = (await publicActors(db, [actorId], at)).get(actorId)
  const statements = await acceptedPage(db, query, { speakerId: actorId })
  const dossiers = cache.publicFolds(at).flatMap(({ dossier }) => dossier ?? [])
  const isNamed = dossiers.some(({ actors }) => actors.some((own) => own.id === actorId))
  if (actor === undefined || (!isNamed && statements.total === 0)) return null
  const own = dossiers
    .filter(({ commitments }) => commitments.some((commitment) => commitment.actorId === actorId))
    .flatMap((dossier) => {
      const source = frontSource(dossier)
      return dossier.commitments
        .filter((commitment) => commitment.actorId === actorId)
        .map((commitment) => ({ source, commitment }))
    })
  return { actor, commitments: await commitmentLines(db, own, { cache, asked }), statements }
}
