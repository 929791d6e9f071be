import type { InputOutcome } from '../gather/input-files.ts'
import type { AddInput, AddOutcome } from '../record/input.ts'
import { terminalWords } from '../view/terminal.ts'
import type { LineSinks } from './read-lines.ts'

/** What came of adding one input, in a sentence. */
export function addSentence(outcome: Exclude<AddOutcome, { state: 'failed' }>): string {
  const { state, statements } = outcome
  const input = terminalWords(outcome.input)
  const count = statements === 1 ? '1 statement' : `${statements} statements`
  return state === 'added' ? `${input}: added, ${count}` : `${input}: was there already, nothing changed (${count})`
}

export type AddPathsOptions = LineSinks & {
  readonly add: AddInput
  /** Where it is aborted, nothing more is added or said. */
  readonly signal?: AbortSignal
  /** Called for each input that is in the record now, after its line. */
  readonly afterAdded?: (outcome: Exclude<AddOutcome, { state: 'failed' }>) => Promise<void>
}

/**
 * Adds each input to the record, in the order given, and prints a line for each.
 *
 * @returns how many inputs could not be added; each of them got a sentence
 */
export async function addPaths(inputs: AsyncIterable<InputOutcome>, options: AddPathsOptions): Promise<number> {
  const { add, out, fault, afterAdded, signal } = options
  let failed = 0
  for await (const named of inputs) {
    const outcome: AddOutcome = named.ok
      ? await add(named.input)
      : { state: 'failed', input: named.name, fault: named.fault }
    if (signal?.aborted === true) break
    if (outcome.state === 'failed') {
      failed += 1
      fault(`${outcome.input}: ${outcome.fault.sentence}`)
      continue
    }
    await out(addSentence(outcome))
    await afterAdded?.(outcome)
  }
  return failed
}
