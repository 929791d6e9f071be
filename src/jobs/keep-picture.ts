import { createHash } from 'node:crypto'
import type { AddInput, Input } from '../record/input.ts'
import type { RenderPage } from '../record/rendering.ts'
import type { Store } from '../record/store.ts'
import { StoreError } from '../record/store-error.ts'
import type { JobEnd } from './job-handlers.ts'

/** Keeps a page as a browser shows it, after the page itself was added. @returns null where that is done, else why not */
export type KeepPicture = (input: Input) => Promise<Extract<JobEnd, { readonly state: 'failed' }> | null>

function failed(sentence: string, mayPass: boolean): Extract<JobEnd, { readonly state: 'failed' }> {
  const fault = { code: 'unsupported', sentence: `it is in the record, without a picture: ${sentence}` } as const
  return { state: 'failed', fault, mayPass, retryAfterMs: null }
}

/** Pictures what was fetched, from the very bytes that were captured. */
export function keepPictureWith(render: RenderPage, store: Pick<Store, 'addRendering'>): KeepPicture {
  return async ({ url, contentType, bytes }) => {
    if (url === null) return failed('only pages that are fetched from an address are pictured', false)
    const outcome = await render({ url, contentType, bytes })
    if (outcome.state === 'failed') return failed(outcome.sentence, outcome.mayPass)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    try {
      await store.addRendering({ ...outcome.page, sha256, url })
      return null
    } catch (error) {
      if (error instanceof StoreError) return failed(error.message, true)
      throw error
    }
  }
}

/** Adds each input with its picture; one that is added and could not be pictured has failed, and says both. */
export function withPicture(add: AddInput, keepPicture: KeepPicture): AddInput {
  return async (input) => {
    const outcome = await add(input)
    if (outcome.state === 'failed') return outcome
    const failure = await keepPicture(input)
    return failure === null ? outcome : { state: 'failed', input: input.name, fault: failure.fault }
  }
}
