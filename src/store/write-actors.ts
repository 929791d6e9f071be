import type { NameMention, Reading } from '../reading/statement.ts'
import { normaliseName } from '../record/actor-name.ts'
import type { SpeakerMention } from '../record/actors/match-speaker.ts'
import type { Id } from '../record/id.ts'
import type { ActorName } from '../record/records.ts'
import { type Edtf, parseEdtf } from '../text/edtf-time.ts'
import { scriptOf } from '../text/script.ts'
import type { Earlier } from './earlier-statements.ts'
import { assignedActor } from './speaker-actor.ts'
import { indexWords } from './word-index.ts'
import { writeSpeakerProposals } from './write-speaker-proposals.ts'
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

type Named = { readonly id: Id; readonly seq: number }

/** The actor of this id; a new one for none. */
async function actorOf({ trx, now, newId }: Writer, id: Id | null): Promise<Named> {
  if (id !== null) return trx.selectFrom('actors').select(['id', 'seq']).where('id', '=', id).executeTakeFirstOrThrow()
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
        decision_id: null,
        supersedes: null,
        normalised: normaliseName(name.name),
        recorded_at: now,
      })),
    )
    .execute()
  const fields = [...rows, ...added].map(({ name }) => name)
  await indexWords(trx, 'speaker_words', { seq: actor.seq, fields })
}

function edtfOrNull(edtf: string | null): Edtf | null {
  const parsed = edtf === null ? null : parseEdtf(edtf)
  return parsed?.ok === true ? parsed.time : null
}

/** The speakers of a reading by name, each with the role that stands beside it anywhere, and when it first speaks. */
function mentionsIn({ statements }: Reading, published: string | null): ReadonlyMap<string, SpeakerMention> {
  const mentions = new Map<string, SpeakerMention>()
  for (const { speaker, saidOn } of statements) {
    if (speaker === null) continue
    const { name, role } = speaker
    const before = mentions.get(name)
    const on = before?.on ?? edtfOrNull(saidOn) ?? edtfOrNull(published)
    mentions.set(name, { name, role: before?.role ?? role, on })
  }
  return mentions
}

/** What a reading's speakers are found by, besides their names. */
export type SpokenIn = {
  readonly readingId: Id
  /** When the article was printed: EDTF; null where it is not known. */
  readonly published: string | null
  /** Statements of earlier readings of the article: whoever spoke there under a name still does. */
  readonly earlier: readonly Pick<Earlier, 'statement' | 'speakerId'>[]
}

/**
 * Finds or makes the actor of every speaker of a reading. An actor is taken for the same only where that is certain,
 * by what dossiers know of it and by the names that articles print; whom it may be besides is proposed to a person.
 *
 * @returns actor ids by the speaker's name as the reading gives it
 */
export async function writeActors(
  writer: Writer,
  reading: Reading,
  { readingId, published, earlier }: SpokenIn,
): Promise<ReadonlyMap<string, Id>> {
  const mentions = mentionsIn(reading, published)
  if (mentions.size === 0) return new Map()
  const known = await writer.speakers.at(writer.trx)
  const here = new Set([...mentions.keys(), ...reading.names.map(({ name }) => name)].flatMap(known.companyOf))
  const before = new Map(earlier.map(({ statement, speakerId }) => [statement.speaker?.name, speakerId]))
  const actors = new Map<string, Id>()
  for (const [name, mention] of mentions) {
    const [own, ...others] = namesOf(name, reading.names)
    if (own === undefined) continue
    const spoke = before.get(name) ?? null
    const { actorId, proposed } =
      spoke === null ? await assignedActor(writer, own, { mention, known, here }) : { actorId: spoke, proposed: [] }
    const actor = await actorOf(writer, actorId)
    await addNames(writer, readingId, actor, [own, ...others])
    const proposals = proposed.map(({ actorId: mayBe, reason }) => ({ readingId, actorId: actor.id, mayBe, reason }))
    await writeSpeakerProposals(writer, null, proposals)
    actors.set(name, actor.id)
  }
  return actors
}
