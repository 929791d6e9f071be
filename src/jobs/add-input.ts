import { createHash } from 'node:crypto'
import type { Coverage } from '../record/coverage.ts'
import type { AddInput, AddOutcome } from '../record/input.ts'
import type { Reader } from '../record/reader.ts'
import type { Store } from '../record/store.ts'
import { StoreError } from '../record/store-error.ts'

/**
 * Makes the job that adds one input: read in a child process, then written in one transaction. Bytes that are
 * there already are not read again.
 */
export function addInputTo(store: Store, reader: Reader): AddInput {
  return async (input) => {
    const { name, bytes, contentType, url, received } = input
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const known = url === null ? await store.articleOfBlob(sha256) : null
    if (known)
      return {
        state: 'known',
        input: name,
        articleId: known.id,
        headline: known.headline,
        statements: known.statements,
      }
    const outcome = await reader.read(input)
    if (!outcome.ok) return { state: 'failed', input: name, fault: outcome.fault }
    const { article, reading } = outcome
    return write(store, { bytes, sha256, contentType, url, received, name, article, reading })
  }
}

/** A store that refuses one input has still room for the next; what is not the store's own error is ours. */
async function write(store: Store, coverage: Coverage): Promise<AddOutcome> {
  const { name: input, article, reading } = coverage
  try {
    const { state, articleId } = await store.addCoverage(coverage)
    return { state, input, articleId, headline: article.headline, statements: reading.statements.length }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { state: 'failed', input, fault: { code: 'not-stored', sentence: error.message } }
  }
}
