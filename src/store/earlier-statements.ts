import type { Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import type { EarlierStatement } from '../record/keep-ids.ts'
import { decidedStatement } from './decided-statement.ts'
import { decisionRows } from './statement-decisions.ts'
import { valuesOf } from './statement-values.ts'
import type { Writer } from './writer.ts'

/** Words by which a statement is known in a text version. */
export type KnownWords = EarlierStatement & { readonly textId: Id }

/** A statement of earlier readings: `readingId` spoke of it last, `foundIn`, a reading of `textId`, found it last, at `position`. */
export type Earlier = KnownWords & {
  readonly readingId: Id
  readonly foundIn: Id
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

/** The statements of an article that persons worded or added, in their words: not those whose wording was undone. */
export async function personsWords({ trx }: Writer, articleId: Id): Promise<readonly KnownWords[]> {
  const rows = await decisionRows(trx)
    .innerJoin('readings as i', 'i.id', 'd.reading_id')
    .leftJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .select(['i.text_id', 's.found', 's.speaker_id as read_as'])
    .where('v.value', 'is not', null)
    .where('d.statement_id', 'in', ({ selectFrom }) =>
      selectFrom('statements').select('id').where('article_id', '=', articleId),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('statement_decisions as later').select('later.id').whereRef('later.supersedes', '=', 'd.id')),
      ),
    )
    .execute()
  return rows.flatMap((row) => {
    if (valuesOf(row).words === null) return []
    return [{ id: row.statement_id, textId: row.text_id, stillRead: false, statement: decidedStatement(row) }]
  })
}
