import type { Span } from '../text/span.ts'

/** A statement's three parts, before speakers, figures and chains are looked for. UTF-16 spans, in order. */
export type Draft = {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** From 0 to 1. */
  readonly confidence: number
}
