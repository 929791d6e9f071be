import type { Draft } from './proposal.ts'

/** A draft with the words that led to it, and what the statement does for it. */
export type Found = {
  readonly draft: Draft
  readonly because: readonly string[]
  readonly stance: 'supports' | 'disputes'
}
