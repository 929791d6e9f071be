import type { Language } from '../languages.ts'

/** What somebody agrees to, in one language. */
export type Terms = {
  /** From 1. A version that was published never changes; what is to change is a new version. */
  readonly version: number
  /** BCP 47. */
  readonly language: Language
  readonly title: string
  /** Paragraphs, in plain text. */
  readonly paragraphs: readonly string[]
  /** The sentence beside the box that a person ticks. */
  readonly agreement: string
}
