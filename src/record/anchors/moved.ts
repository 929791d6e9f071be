import type { Span } from '../../text/span.ts'
import type { Said } from './searched-text.ts'

/**
 * A statement with its spans where its sentences stand now.
 *
 * @param by code units
 */
export function moved<Statement extends Said>(statement: Statement, by: number): Statement {
  const move = (spans: readonly Span[]) => spans.map(([start, end]): Span => [start + by, end + by])
  return { ...statement, source: move(statement.source), cue: move(statement.cue), content: move(statement.content) }
}
