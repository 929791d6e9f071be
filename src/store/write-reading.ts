import { isDeepStrictEqual } from 'node:util'
import type { NameMention, Reading, Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import { type Earlier, earlierStatements, personsWords } from './earlier-statements.ts'
import { keptIds } from './kept-ids.ts'
import { readingBody } from './ledger-bodies.ts'
import { type ReadText, refreshFormer, refreshLists } from './refresh-lists.ts'
import { writeActors } from './write-actors.ts'
import { writeLedger } from './write-ledger.ts'
import { insertAll, type Writer } from './writer.ts'

/** How many statements kept their id, got a new one, or are no longer read. */
export type WrittenReading = {
  readonly readingId: Id
  readonly kept: number
  readonly added: number
  readonly gone: number
}

/** A statement as this reading finds it, under its id; `before` is what earlier readings said of it, `isNew` that nobody knew it. */
type Found = {
  readonly id: Id
  readonly before: Earlier | null
  readonly isNew: boolean
  readonly position: number
  readonly statement: Statement
  readonly speakerId: Id | null
}

/** Whether the reading that stands says the same, word for word. */
async function isStanding(
  { trx }: Writer,
  readingId: Id,
  reading: Reading,
  earlier: readonly Earlier[],
): Promise<boolean> {
  const row = await trx.selectFrom('readings').selectAll().where('id', '=', readingId).executeTakeFirstOrThrow()
  const standing: Reading = {
    reader: { name: row.reader_name, version: row.reader_version },
    statements: earlier.filter(({ stillRead }) => stillRead).map(({ statement }) => statement),
    names: JSON.parse(row.names) as readonly NameMention[],
  }
  return isDeepStrictEqual(standing, JSON.parse(JSON.stringify(reading)))
}

/** Gives every statement its id and its speaker's actor. */
async function identify(
  writer: Writer,
  { textId, articleId }: ReadText,
  {
    readingId,
    reading,
    earlier,
  }: { readonly readingId: Id; readonly reading: Reading; readonly earlier: readonly Earlier[] },
): Promise<readonly Found[]> {
  const { published } = await writer.trx
    .selectFrom('texts')
    .select('published')
    .where('id', '=', textId)
    .executeTakeFirstOrThrow()
  const actors = await writeActors(writer, reading, { readingId, published, earlier })
  const before = new Map(earlier.map((old) => [old.id, old]))
  const worded = await personsWords(writer, articleId)
  const known = new Set(worded.map(({ id }) => id))
  const kept = await keptIds(writer, [...earlier, ...worded], { textId, later: reading.statements })
  return reading.statements.map((statement, position) => {
    const id = kept[position] ?? writer.newId()
    const speakerId = statement.speaker === null ? null : (actors.get(statement.speaker.name) ?? null)
    const isNew = !before.has(id) && !known.has(id)
    return { id, before: before.get(id) ?? null, isNew, position, statement, speakerId }
  })
}

async function insertReading(
  { trx, now, newId }: Writer,
  textId: Id,
  reading: Reading,
  supersedes: Id | null,
): Promise<Id> {
  const id = newId()
  await trx
    .insertInto('readings')
    .values({
      id,
      text_id: textId,
      supersedes,
      reader_name: reading.reader.name,
      reader_version: reading.reader.version,
      names: JSON.stringify(reading.names),
      recorded_at: now,
    })
    .execute()
  return id
}

async function insertStatements({ trx, now }: Writer, articleId: Id, added: readonly Found[]): Promise<void> {
  await insertAll(added, (some) =>
    trx
      .insertInto('statements')
      .values(some.map(({ id }) => ({ id, article_id: articleId, recorded_at: now })))
      .execute(),
  )
}

/** One row for each statement that the reading finds, and one for each that it finds no more. */
async function insertFindings(
  { trx, now }: Writer,
  readingId: Id,
  { found, gone }: { readonly found: readonly Found[]; readonly gone: readonly Earlier[] },
): Promise<void> {
  const foundRows = found.map(({ id, before, position, statement, speakerId }) => ({
    statement_id: id,
    reading_id: readingId,
    supersedes: before?.readingId ?? null,
    position,
    found: JSON.stringify(statement),
    speaker_id: speakerId,
    recorded_at: now,
  }))
  const goneRows = gone.map(({ id, readingId: supersedes }) => ({
    statement_id: id,
    reading_id: readingId,
    supersedes,
    position: null,
    found: null,
    speaker_id: null,
    recorded_at: now,
  }))
  await insertAll([...foundRows, ...goneRows], (some) => trx.insertInto('statement_readings').values(some).execute())
}

/**
 * Adds a reading of a text: statements found again keep their ids. The reading that stands, again, adds nothing.
 *
 * @param how `supersedes` is the reading that stands, null for a text's first; `isFormer` says that the text stood before
 *   the one that stands, so that what lists show stays as it is
 */
export async function writeReading(
  writer: Writer,
  text: ReadText,
  how: { readonly reading: Reading; readonly supersedes: Id | null; readonly isFormer?: boolean },
): Promise<WrittenReading> {
  const { reading, supersedes, isFormer = false } = how
  const earlier = await earlierStatements(writer, text.articleSeq)
  if (supersedes !== null && (await isStanding(writer, supersedes, reading, earlier)))
    return { readingId: supersedes, kept: reading.statements.length, added: 0, gone: 0 }

  const readingId = await insertReading(writer, text.textId, reading, supersedes)
  const found = await identify(writer, text, { readingId, reading, earlier })
  const ids = new Set(found.map(({ id }) => id))
  const gone = isFormer ? [] : earlier.filter(({ id, stillRead }) => stillRead && !ids.has(id))
  const added = found.filter(({ isNew }) => isNew)
  await insertStatements(writer, text.articleId, added)
  await insertFindings(writer, readingId, { found, gone })
  await writeLedger(writer, 'reading', await readingBody(writer.trx, readingId))
  if (isFormer) await refreshFormer(writer, text, { readingId, added })
  else
    await refreshLists(writer, text, {
      readingId,
      standings: [
        ...found.map((statement) => ({ ...statement, foundIn: readingId, stillRead: true })),
        ...gone.map((statement) => ({ ...statement, stillRead: false })),
      ],
      formerSpeakers: earlier.map(({ speakerId }) => speakerId),
    })
  return { readingId, kept: found.length - added.length, added: added.length, gone: gone.length }
}
