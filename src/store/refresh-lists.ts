/** Keeps the derived tables, from which lists are read, in step with the record. */
import { sql } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { Earlier } from './earlier-statements.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { refreshArticleReview } from './refresh-reviews.ts'
import { insertAll, type Writer } from './writer.ts'

/** The text version that was read. */
export type ReadText = { readonly articleSeq: number; readonly articleId: Id; readonly textId: Id }

/** Where a statement stands now; no words of it. */
export type Standing = Pick<Earlier, 'id' | 'foundIn' | 'position' | 'speakerId' | 'stillRead'>

async function refreshStatements(
  { trx }: Writer,
  { articleSeq }: ReadText,
  readingId: Id,
  standings: readonly Standing[],
) {
  await insertAll(standings, (some) =>
    trx
      .replaceInto('current_statements')
      .values(
        some.map(({ id, foundIn, position, speakerId, stillRead }) => ({
          statement_id: id,
          article_seq: articleSeq,
          reading_id: readingId,
          found_in: foundIn,
          still_read: stillRead ? 1 : 0,
          position,
          speaker_id: speakerId,
        })),
      )
      .execute(),
  )
}

async function refreshArticle({ trx }: Writer, text: ReadText, readingId: Id, statements: number) {
  await trx
    .replaceInto('current_articles')
    .values({
      seq: text.articleSeq,
      article_id: text.articleId,
      text_id: text.textId,
      reading_id: readingId,
      statements,
    })
    .execute()
}

/** Counts again what these actors said; one without a statement leaves the list. */
export async function refreshSpeakers({ trx }: Writer, actorIds: ReadonlySet<Id>) {
  for (const actorId of actorIds) {
    await trx.deleteFrom('current_speakers').where('actor_id', '=', actorId).execute()
    await sql`
      insert into current_speakers (seq, actor_id, statements, articles)
      select actors.seq, actors.id, count(*), count(distinct article_seq)
      from actors join current_statements on speaker_id = actors.id and still_read = 1
      where actors.id = ${actorId} group by actors.id
    `.execute(trx)
  }
}

/** Remembers statements that only a text had which stood before: no list shows them. */
export async function refreshFormer(
  writer: Writer,
  text: ReadText,
  { readingId, added }: { readonly readingId: Id; readonly added: readonly Omit<Standing, 'foundIn' | 'stillRead'>[] },
): Promise<void> {
  const standings = added.map((statement) => ({ ...statement, foundIn: readingId, stillRead: false }))
  await refreshStatements(writer, text, readingId, standings)
}

/**
 * Makes a reading the one that lists show.
 *
 * @param standings of every statement that the reading found or no longer found
 * @param formerSpeakers whose counts may have gone down
 */
export async function refreshLists(
  writer: Writer,
  text: ReadText,
  {
    readingId,
    standings,
    formerSpeakers,
  }: { readingId: Id; standings: readonly Standing[]; formerSpeakers: readonly (Id | null)[] },
): Promise<void> {
  const identities = identitiesAt(await identityDecisions(writer.trx), FOREVER)
  const known = standings.map((standing) => ({
    ...standing,
    speakerId: standing.speakerId && identities.speakerOf(standing.id, standing.speakerId),
  }))
  await refreshStatements(writer, text, readingId, known)
  await refreshArticle(writer, text, readingId, standings.filter(({ stillRead }) => stillRead).length)
  await refreshArticleReview(writer, text.articleSeq)
  const former = formerSpeakers.map((id) => id && identities.actorOf(id))
  const speakers = [...former, ...known.map(({ speakerId }) => speakerId)]
  await refreshSpeakers(writer, new Set(speakers.filter((id) => id !== null)))
}
