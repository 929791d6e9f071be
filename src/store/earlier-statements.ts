import type { Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import type { EarlierStatement } from '../record/keep-ids.ts'
import type { Writer } from './writer.ts'

/** A statement of earlier readings: `readingId` spoke of it last, `foundIn`, a reading of `textId`, found it last, at `position`. */
export type Earlier = EarlierStatement & {
  readonly readingId: Id
  readonly foundIn: Id
  readonly textId: Id
  readonly position: number
  readonly speakerId: Id | null
}

/** Every statement that a reading of the article ever found, as it was last found, in the order of the text. */
export async function earlierStatements({ trx }: Writer, articleSeq: number): Promise<readonly Earlier[]> {
  const rows = await trx
    .selectFrom('current_statements as c')
    .innerJoin('statement_readings as r', (join) =>
      join.onRef('r.statement_id', '=', 'c.statement_id').onRef('r.reading_id', '=', 'c.found_in'),
    )
    .innerJoin('readings as i', 'i.id', 'c.found_in')
    .select('i.text_id')
    .select(['c.statement_id', 'c.reading_id', 'c.found_in', 'c.still_read', 'c.position', 'r.found', 'r.speaker_id'])
    .where('c.article_seq', '=', articleSeq)
    .orderBy('c.position')
    .execute()
  return rows.map((row) => ({
    id: row.statement_id,
    readingId: row.reading_id,
    foundIn: row.found_in,
    textId: row.text_id,
    stillRead: row.still_read === 1,
    position: row.position,
    speakerId: row.speaker_id,
    statement: JSON.parse(row.found ?? 'null') as Statement,
  }))
}
