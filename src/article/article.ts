import type { TimeCode } from '../text/time-code.ts'

/** What a person would read in a capture. Values that the page does not give are null: never empty, never guessed. */
export type Article = {
  readonly headline: string | null
  /** The names of those who wrote it, without "By": of several that metadata lists with commas, else as printed. */
  readonly byline: string | null
  readonly outlet: string | null
  /** The day (or month, or year) it was published, as EDTF: `2022-03-08`. */
  readonly published: string | null
  /** BCP 47. */
  readonly language: string | null
  /** The page's own address, where the page or its fetch gives one. */
  readonly url: string | null
  /** The canonical text: paragraphs separated by one blank line, no headline, no NUL, no lone surrogate. Never empty. */
  readonly text: string
  /** When the words of a transcript were said, in the order of the text; empty for what is no transcript. */
  readonly timeCodes: readonly TimeCode[]
}
