import type { Statement } from '../reading/statement.ts'
import type { Id } from '../record/id.ts'
import type { StatementRecord } from '../record/records.ts'
import { withValues } from '../record/review/with-values.ts'
import { valuesOf } from './statement-values.ts'

/** A decision's columns with the words that were read in its reading; `found` is null where only a person has them. */
type Row = {
  readonly found: string | null
  /** The actor that the machine took for the speaker. */
  readonly read_as: Id | null
  readonly value: string | null
  readonly speaker_id: Id | null
  readonly said_on: string | null
}

/** A statement as it was decided: what was read, with what persons say instead. */
export function decidedStatement(row: Row): Statement {
  const read = row.found === null ? null : { statement: JSON.parse(row.found) as Statement, speakerId: row.read_as }
  return withValues(read, valuesOf(row))
}

/** The same with what the record adds to it. */
export function decidedRecord(
  row: Row & { readonly statement_id: Id; readonly article_id: Id },
  { stillRead, speakerId }: { readonly stillRead: boolean; readonly speakerId: Id | null },
): StatementRecord {
  return { ...decidedStatement(row), id: row.statement_id, articleId: row.article_id, speakerId, stillRead }
}
