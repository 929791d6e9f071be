import { isDeepStrictEqual } from 'node:util'
import type { NameMention, Reading, Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import { type EarlierStatement, keepIds } from '../record/keep-ids.ts'
import { writeActors } from './write-actors.ts'
import { refreshSpeakers } from './write-speakers.ts'
import { insertAll, type Writer } from './writer.ts'

/** The text version that was read. */
export type ReadText = { readonly articleSeq: number; readonly articleId: Id; readonly textId: Id }

export type WrittenReading = {
  readonly readingId: Id
  readonly kept: number
  readonly added: number
  readonly gone: number
}

/** `readingId` spoke of it last, `foundIn` found it last. */
type Earlier = EarlierStatement & {
  readonly readingId: Id
  readonly foundIn: Id
  readonly speakerId: Id | null
  readonly position: number
}

/** Every statement of the article as it was last found. */
async function earlierStatements({ trx }: Writer, articleSeq: number): Promise<readonly Earlier[]> {
  const rows = await trx
    .selectFrom('current_statements as c')
    .innerJoin('statement_readings as r', (join) =>
      join.onRef('r.statement_id', '=', 'c.statement_id').onRef('r.reading_id', '=', 'c.found_in'),
    )
    .select(['c.statement_id', 'c.reading_id', 'c.found_in', 'c.still_read', 'c.position', 'r.found', 'r.speaker_id'])
    .where('c.article_seq', '=', articleSeq)
    .orderBy('c.position')
    .execute()
  return rows.map((row) => ({
    id: row.statement_id,
    readingId: row.reading_id,
    foundIn: row.found_in,
    stillRead: row.still_read === 1,
    position: row.position,
    speakerId: row.speaker_id,
    statement: JSON.parse(row.found ?? 'null') as Statement,
  }))
}

/** The reading that stands, if `reading` says nothing that it does not say. */
async function sameReading(
  { trx }: Writer,
  readingId: Id,
  { reading, earlier }: { readonly reading: Reading; readonly earlier: readonly Earlier[] },
): Promise<boolean> {
  const row = await trx.selectFrom('readings').selectAll().where('id', '=', readingId).executeTakeFirstOrThrow()
  const standing: Reading = {
    reader: { name: row.reader_name, version: row.reader_version },
    statements: earlier.filter(({ stillRead }) => stillRead).map(({ statement }) => statement),
    names: JSON.parse(row.names) as readonly NameMention[],
  }
  return isDeepStrictEqual(standing, JSON.parse(JSON.stringify(reading)))
}

/** Adds the row of a reading and, beside it, one row for every statement that it finds or no longer finds. */
async function writeRows(
  writer: Writer,
  text: ReadText,
  { reading, supersedes, earlier }: { reading: Reading; supersedes: Id | null; earlier: readonly Earlier[] },
): Promise<WrittenReading> {
  const { trx, now, newId } = writer
  const readingId = newId()
  const actors = await writeActors(writer, reading)
  await trx
    .insertInto('readings')
    .values({
      id: readingId,
      text_id: text.textId,
      supersedes,
      reader_name: reading.reader.name,
      reader_version: reading.reader.version,
      names: JSON.stringify(reading.names),
      recorded_at: now,
    })
    .execute()

  const before = new Map(earlier.map((old) => [old.id, old]))
  const kept = keepIds(earlier, reading.statements)
  const found = reading.statements.map((statement, position) => {
    const id = kept[position] ?? newId()
    return {
      id,
      isNew: !before.has(id),
      position,
      statement,
      speakerId: actors.get(statement.speaker?.name ?? '') ?? null,
    }
  })
  const ids = new Set(found.map(({ id }) => id))
  const gone = earlier.filter(({ id, stillRead }) => stillRead && !ids.has(id))

  const added = found.filter(({ isNew }) => isNew)
  await insertAll(added, (rows) =>
    trx
      .insertInto('statements')
      .values(rows.map(({ id }) => ({ id, article_id: text.articleId, recorded_at: now })))
      .execute(),
  )
  const foundRows = found.map(({ id, position, statement, speakerId }) => ({
    statement_id: id,
    reading_id: readingId,
    supersedes: before.get(id)?.readingId ?? null,
    position,
    found: JSON.stringify(statement),
    speaker_id: speakerId,
    recorded_at: now,
  }))
  const goneRows = gone.map(({ id, readingId: spokeLast }) => ({
    statement_id: id,
    reading_id: readingId,
    supersedes: spokeLast,
    position: null,
    found: null,
    speaker_id: null,
    recorded_at: now,
  }))
  await insertAll([...foundRows, ...goneRows], (rows) =>
    trx
      .insertInto('statement_readings')
      .values([...rows])
      .execute(),
  )

  await insertAll(
    [
      ...found.map(({ id, position, speakerId }) => ({ id, position, speakerId, foundIn: readingId, stillRead: 1 })),
      ...gone.map(({ id, position, speakerId, foundIn }) => ({ id, position, speakerId, foundIn, stillRead: 0 })),
    ],
    (rows) =>
      trx
        .replaceInto('current_statements')
        .values(
          rows.map((row) => ({
            statement_id: row.id,
            article_seq: text.articleSeq,
            reading_id: readingId,
            found_in: row.foundIn,
            still_read: row.stillRead,
            position: row.position,
            speaker_id: row.speakerId,
          })),
        )
        .execute(),
  )
  await trx
    .replaceInto('current_articles')
    .values({
      seq: text.articleSeq,
      article_id: text.articleId,
      text_id: text.textId,
      reading_id: readingId,
      statements: found.length,
    })
    .execute()
  await refreshSpeakers(
    writer,
    [...earlier, ...found].flatMap(({ speakerId }) => (speakerId === null ? [] : [speakerId])),
  )
  return { readingId, kept: found.length - added.length, added: added.length, gone: gone.length }
}

/**
 * Adds a reading of a text. The same reading again adds nothing.
 *
 * @param supersedes the reading that stands, null for a text's first
 */
export async function writeReading(
  writer: Writer,
  text: ReadText,
  { reading, supersedes }: { readonly reading: Reading; readonly supersedes: Id | null },
): Promise<WrittenReading> {
  const earlier = supersedes === null ? [] : await earlierStatements(writer, text.articleSeq)
  if (supersedes !== null && (await sameReading(writer, supersedes, { reading, earlier })))
    return { readingId: supersedes, kept: reading.statements.length, added: 0, gone: 0 }
  return writeRows(writer, text, { reading, supersedes, earlier })
}
