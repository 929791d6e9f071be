import type { Kysely } from 'kysely'
import type { Statement } from '../reading/statement.ts'
import { type SearchedText, searchedText } from '../record/anchors/searched-text.ts'
import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { stateAfter } from '../record/review/review-state.ts'
import { standingStatement } from '../record/review/standing-statement.ts'
import type { Spoken } from '../record/review/with-values.ts'
import { StoreError } from '../record/store-error.ts'
import { FOREVER } from './forever.ts'
import { decisionOf, rowsAbout } from './statement-decisions.ts'
import type { Tables } from './tables.ts'
import { readingsOf } from './write-statement-decision.ts'
import type { Writer } from './writer.ts'

/** A statement about which a person decides. */
export type OpenStatement = {
  readonly id: Id
  readonly articleId: Id
  /** The reading that last found it; null where only a person has it. */
  readonly foundIn: Id | null
  /** The first one first. */
  readonly decisions: readonly StatementDecision[]
}

/** The newest text of an article. */
export type NewestText = {
  readonly articleId: Id
  readonly textId: Id
  readonly readingId: Id
  readonly searched: SearchedText
}

/** @throws StoreError `no-such-statement` */
export async function openStatement(writer: Writer, id: Id): Promise<OpenStatement> {
  const { foundIn } = await readingsOf(writer, id)
  const { article_id } = await writer.trx
    .selectFrom('statements')
    .select('article_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const decisions = (await rowsAbout(writer.trx, id, FOREVER)).map(decisionOf)
  return { id, articleId: article_id, foundIn, decisions }
}

/**
 * The newest text of an article, which must be the one that the person saw.
 *
 * @throws StoreError `refused`
 */
export async function newestText({ trx }: Writer, articleId: Id, textId: Id): Promise<NewestText> {
  const row = await trx
    .selectFrom('current_articles as c')
    .innerJoin('texts as t', 't.id', 'c.text_id')
    .select(['t.id as textId', 'c.reading_id as readingId', 't.text'])
    .where('c.article_id', '=', articleId)
    .executeTakeFirst()
  if (row === undefined) throw new StoreError('refused', `there is no article ${articleId}; nothing was decided`)
  if (row.textId !== textId)
    throw new StoreError('refused', 'the article has a newer text since; look at that, and decide again')
  return { articleId, textId, readingId: row.readingId, searched: searchedText(row.text) }
}

/** What one reading made of a statement, with the text that it read; null where it did not find it. */
async function readIn(db: Kysely<Tables>, statementId: Id, readingId: Id): Promise<Spoken | null> {
  const row = await db
    .selectFrom('statement_readings')
    .select(['found', 'speaker_id'])
    .where('statement_id', '=', statementId)
    .where('reading_id', '=', readingId)
    .executeTakeFirst()
  if (row === undefined || row.found === null) return null
  return { statement: JSON.parse(row.found) as Statement, speakerId: row.speaker_id }
}

/** The text of a reading where it is another than this one; else null. */
async function otherTextOf(db: Kysely<Tables>, readingId: Id, text: NewestText): Promise<SearchedText | null> {
  const row = await db
    .selectFrom('readings as r')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['t.id', 't.text'])
    .where('r.id', '=', readingId)
    .executeTakeFirstOrThrow()
  return row.id === text.textId ? null : searchedText(row.text)
}

/** A statement as it stands in a text, with its speaker as a person or the machine has it; null where it does not. */
export async function standsIn(
  db: Kysely<Tables>,
  { id, decisions }: Pick<OpenStatement, 'id' | 'decisions'>,
  text: NewestText,
): Promise<Spoken | null> {
  const state = stateAfter(decisions.at(-1) ?? null)
  const { readingId } = state
  const readNow = await readIn(db, id, text.readingId)
  const decidedAbout = readingId === null ? null : await readIn(db, id, readingId)
  const otherText = readingId === null ? null : await otherTextOf(db, readingId, text)
  const statement = standingStatement(text.searched, { state, decidedAbout, otherText, readNow })
  const { speaker } = state.values
  const speakerId = speaker === null ? ((decidedAbout ?? readNow)?.speakerId ?? null) : speaker.is
  return statement && { statement, speakerId }
}

/**
 * A statement as it stands in the newest text.
 *
 * @throws StoreError `refused` where it does not stand there
 */
export async function wordsThatStand({ trx }: Writer, statement: OpenStatement, text: NewestText): Promise<Spoken> {
  const standing = await standsIn(trx, statement, text)
  if (standing === null)
    throw new StoreError('refused', 'its words do not stand in the newest text; nothing was decided')
  return standing
}
