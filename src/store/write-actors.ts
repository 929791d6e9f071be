import type { NameMention, Reading } from '../reading/statement.ts'
import { normaliseName } from '../record/actor-name.ts'
import type { Id } from '../record/id.ts'
import type { ActorName } from '../record/records.ts'
import { scriptOf } from '../text/script.ts'
import { indexWords } from './word-index.ts'
import type { Writer } from './writer.ts'

/** A speaker's full name, and the same name in other scripts where the article prints it beside. */
function namesOf(speaker: string, mentions: readonly NameMention[]): readonly ActorName[] {
  const mention = mentions.find(({ name }) => normaliseName(name) === normaliseName(speaker))
  const own: ActorName = {
    name: speaker,
    language: mention?.language ?? null,
    script: scriptOf(speaker),
    kind: 'official',
  }
  const others = (mention?.also ?? []).map(({ name, language, script }): ActorName => {
    return { name, language, script, kind: 'transliteration' }
  })
  return [own, ...others]
}

async function actorNamed({ trx, now, newId }: Writer, { name, script }: ActorName) {
  const known = await trx
    .selectFrom('names')
    .innerJoin('actors', 'actors.id', 'names.actor_id')
    .select(['actors.id', 'actors.seq'])
    .where('normalised', '=', normaliseName(name))
    .where('script', '=', script)
    .orderBy('actors.seq')
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return known
  return trx
    .insertInto('actors')
    .values({ id: newId(), recorded_at: now })
    .returning(['id', 'seq'])
    .executeTakeFirstOrThrow()
}

async function addNames(
  writer: Writer,
  readingId: Id,
  actor: { readonly id: Id; readonly seq: number },
  names: readonly ActorName[],
) {
  const { trx, now, newId } = writer
  const form = ({ name, script }: ActorName) => `${script} ${normaliseName(name)}`
  const rows = await trx
    .selectFrom('names')
    .select(['name', 'normalised', 'script'])
    .where('actor_id', '=', actor.id)
    .execute()
  const known = new Set(rows.map(({ normalised, script }) => `${script} ${normalised}`))
  const added = [...new Map(names.map((name) => [form(name), name])).entries()].flatMap(([key, name]) =>
    known.has(key) ? [] : [name],
  )
  if (added.length === 0) return
  await trx
    .insertInto('names')
    .values(
      added.map((name) => ({
        ...name,
        id: newId(),
        actor_id: actor.id,
        reading_id: readingId,
        supersedes: null,
        normalised: normaliseName(name.name),
        recorded_at: now,
      })),
    )
    .execute()
  const fields = [...rows, ...added].map(({ name }) => name)
  await indexWords(trx, 'speaker_words', { seq: actor.seq, fields })
}

/**
 * Finds or makes the actor of every speaker of a reading. An actor is taken for the same only where one of its names
 * is the speaker's, in the same script: merging two actors is a person's decision.
 *
 * @returns actor ids by the speaker's name as the reading gives it
 */
export async function writeActors(writer: Writer, readingId: Id, reading: Reading): Promise<ReadonlyMap<string, Id>> {
  const actors = new Map<string, Id>()
  for (const { speaker } of reading.statements) {
    if (speaker === null || actors.has(speaker.name)) continue
    const [own, ...others] = namesOf(speaker.name, reading.names)
    if (own === undefined) continue
    const actor = await actorNamed(writer, own)
    await addNames(writer, readingId, actor, [own, ...others])
    actors.set(speaker.name, actor.id)
  }
  return actors
}
