import { normaliseName } from '../record/actor-name.ts'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { SpeakerChoice } from '../record/review/reviews.ts'
import { StoreError } from '../record/store-error.ts'
import { scriptOf } from '../text/script.ts'
import { dossierActors } from './dossier-actors.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { indexWords } from './word-index.ts'
import type { Writer } from './writer.ts'

/** A name longer than this is none. */
const LONGEST_NAME = 300

/** The actors that bear a name, in articles or in dossiers, as they are known now. */
async function bearersOf({ trx }: Writer, name: string): Promise<readonly Id[]> {
  const form = normaliseName(name)
  const printed = await trx.selectFrom('names').select('actor_id').distinct().where('normalised', '=', form).execute()
  const known = await dossierActors(trx)
  const named = known.filter(({ names }) => names.some((one) => normaliseName(one.name) === form))
  const { actorOf } = identitiesAt(await identityDecisions(trx), FOREVER)
  return [...new Set([...printed.map(({ actor_id }) => actor_id), ...named.map(({ id }) => id)].map(actorOf))]
}

/** Makes an actor of this name. */
async function madeActor(
  writer: Writer,
  decisionId: Id,
  { name, language }: { readonly name: string; readonly language: string | null },
): Promise<Id> {
  const { trx, now, newId } = writer
  const { id, seq } = await trx
    .insertInto('actors')
    .values({ id: newId(), recorded_at: now })
    .returning(['id', 'seq'])
    .executeTakeFirstOrThrow()
  const form = { name, normalised: normaliseName(name), language, script: scriptOf(name), kind: 'official' } as const
  const brought = { reading_id: null, decision_id: decisionId, supersedes: null, recorded_at: now }
  await trx
    .insertInto('names')
    .values({ id: newId(), actor_id: id, ...form, ...brought })
    .execute()
  await indexWords(trx, 'speaker_words', { seq, fields: [name] })
  return id
}

/**
 * The actor whom a person means as speaker: the one that bears the name, or a new one where none does.
 *
 * @returns null for nobody
 * @throws StoreError `refused` where there is no such actor, or several bear the name
 */
export async function chosenSpeaker(writer: Writer, decisionId: Id, choice: SpeakerChoice): Promise<Id | null> {
  if ('nobody' in choice) return null
  if ('actorId' in choice) {
    const row = await writer.trx.selectFrom('actors').select('id').where('id', '=', choice.actorId).executeTakeFirst()
    if (row === undefined)
      throw new StoreError(
        'refused',
        `there is no speaker ${choice.actorId}; choose one that is listed, or type a name`,
      )
    return row.id
  }
  const name = choice.name.trim()
  if (name === '' || name.length > LONGEST_NAME)
    throw new StoreError('refused', `a speaker's name has from 1 to ${LONGEST_NAME} characters; type it shorter`)
  const bearers = await bearersOf(writer, name)
  const [bearer] = bearers
  if (bearers.length > 1)
    throw new StoreError('refused', `${bearers.length} speakers are called ${name}; choose one that is listed`)
  return bearer ?? madeActor(writer, decisionId, { ...choice, name })
}
