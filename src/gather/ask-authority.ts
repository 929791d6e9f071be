import { ExpectedError } from '../record/expected-error.ts'
import type { AskAuthority } from '../record/time-stamps.ts'

/** Authorities answer within a second; one that takes half a minute is not there. */
const PATIENCE_MS = 30_000

/** An answer with its certificates has some thousand bytes. */
const MAX_BYTES = 256 * 1024

const CONTENT_TYPE = 'application/timestamp-query'

async function boundedBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_BYTES) throw new ExpectedError(`its answer is longer than ${MAX_BYTES / 1024} kB`)
  }
  return Buffer.concat(chunks)
}

/** The system's words for what failed, which fetch hides in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `it did not answer within ${PATIENCE_MS / 1000} seconds`
  return error.cause instanceof Error ? error.cause.message : error.message
}

/**
 * Asks the authority at an address over HTTP, as RFC 3161 says in 3.4. The address is one that the operator of this
 * machine has set, so that it may also be on its own network.
 */
export function authorityAt(address: string): AskAuthority {
  return async (request, signal) => {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': CONTENT_TYPE },
        body: Buffer.from(request),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      })
      if (!response.ok) throw new ExpectedError(`it answered with status ${response.status}`)
      return await boundedBody(response)
    } catch (error) {
      throw new ExpectedError(`${address} gave no time stamp: ${reasonOf(error)}`, { cause: error })
    }
  }
}
