import type { StatementDecision } from '../decisions.ts'

/**
 * The decision about a statement that an undoing would take back now: the last that is no undoing and was not undone.
 *
 * @param decisions all about one statement, the first one first
 * @returns null where there is nothing to undo
 */
export function lastUndoable(decisions: readonly StatementDecision[]): StatementDecision | null {
  const standing: StatementDecision[] = []
  for (const decision of decisions) {
    if (decision.undoes === null) standing.push(decision)
    else standing.pop()
  }
  return standing.at(-1) ?? null
}

/** The state-giving decision before another about the same statement; null where it was the first. */
export function decisionBefore(
  decisions: readonly StatementDecision[],
  decision: StatementDecision,
): StatementDecision | null {
  return decisions[decisions.findIndex(({ id }) => id === decision.id) - 1] ?? null
}
