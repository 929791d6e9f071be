import { createHash } from 'node:crypto'
import type { Capture } from '../record/coverage.ts'
import type { AddInput, AddOutcome } from '../record/input.ts'
import type { Reader } from '../record/reader.ts'
import type { ArticleSummary } from '../record/records.ts'
import type { Store } from '../record/store.ts'
import { StoreError } from '../record/store-error.ts'

/**
 * Makes the job that adds one input: read in a child process, then written in one transaction. Bytes that are
 * there already are not read again.
 */
export function addInputTo(store: Store, reader: Reader): AddInput {
  return async (input) => {
    const { bytes, ...from } = input
    const capture: Capture = { ...from, sha256: createHash('sha256').update(bytes).digest('hex') }
    return unlessRefused(input.name, async () => {
      const known = await store.addCapture(capture)
      if (known !== null) return outcomeOf('known', input.name, known)
      const outcome = await reader.read(input)
      if (!outcome.ok) return { state: 'failed', input: input.name, fault: outcome.fault }
      const { article, reading } = outcome
      const { state, articleId } = await store.addCoverage({ ...capture, bytes, article, reading })
      return outcomeOf(state, input.name, { ...article, id: articleId, statements: reading.statements.length })
    })
  }
}

function outcomeOf(
  state: 'added' | 'known' | 'changed',
  input: string,
  { id, headline, statements }: Pick<ArticleSummary, 'id' | 'headline' | 'statements'>,
): AddOutcome {
  return { state, input, articleId: id, headline, statements }
}

/** A store that refuses one input has still room for the next; what is not the store's own error is ours. */
async function unlessRefused(input: string, add: () => Promise<AddOutcome>): Promise<AddOutcome> {
  try {
    return await add()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { state: 'failed', input, fault: { code: 'not-stored', sentence: error.message } }
  }
}
