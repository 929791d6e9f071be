import type { Span } from '../text/span.ts'

/** Whether the content stands in quotation marks wholly, in part, or not at all. */
export type StatementKind = 'direct' | 'mixed' | 'indirect'

/** What is done by saying it. */
export type Act = 'assert' | 'deny' | 'confirm' | 'commit' | 'demand' | 'accuse' | 'concern' | 'predict' | 'ask'

/** A mention that names somebody: `name` in full, `mention` where the text gives that name, `role` as printed beside it. */
export type Speaker = { readonly name: string; readonly mention: Span; readonly role: string | null }

/** One who might be the speaker, where the text leaves two or more equally good. */
export type Candidate = { readonly name: string; readonly mention: Span }

/** In what it was said. */
export type Occasion = {
  readonly kind: 'speech' | 'letter' | 'interview' | 'post' | 'document' | 'briefing'
  readonly span: Span
}

/** One step of the chain a statement came through, from the outlet towards the speaker. */
export type Hop = { readonly name: string; readonly span: Span }

/** A quantity claimed in a content. */
export type Figure = {
  readonly comparator: '=' | '>=' | '<=' | '>' | '<' | '~'
  readonly value: number
  readonly unit: string | null
  readonly span: Span
}

/**
 * An attributed statement as one reading found it in one text version. All spans are UTF-16 offsets into that
 * text, ordered, not overlapping within a list.
 */
export type Statement = {
  /** Who says it in the text's words; empty where the text names nobody beside the cue. */
  readonly source: readonly Span[]
  /** The words that attribute; empty where only the quotation marks do. */
  readonly cue: readonly Span[]
  /** The words attributed; at least one span. */
  readonly content: readonly Span[]
  readonly kind: StatementKind
  readonly act: Act | null
  /** From 0 to 1. */
  readonly confidence: number
  readonly speaker: Speaker | null
  readonly candidates: readonly Candidate[]
  readonly addressee: Candidate | null
  readonly occasion: Occasion | null
  readonly chain: readonly Hop[]
  /** EDTF, or null where the text does not say. */
  readonly saidOn: string | null
  readonly figures: readonly Figure[]
}

/** A name of somebody or some place in the article, with the same name in another script where it stands beside it. */
export type NameMention = {
  readonly name: string
  /** BCP 47, null where it cannot be told. */
  readonly language: string | null
  /** ISO 15924: `Latn`, `Hani`, `Arab`. */
  readonly script: string
  /** Where the text first gives it. */
  readonly span: Span
  /** The same name in another script, as printed beside it. */
  readonly also: readonly {
    readonly name: string
    readonly language: string | null
    readonly script: string
    readonly span: Span
  }[]
}

/** Which program read, so that two readings can be told apart. */
export type ReaderVersion = { readonly name: string; readonly version: string }

/** All that one version of the reader found in one text version. */
export type Reading = {
  readonly reader: ReaderVersion
  readonly statements: readonly Statement[]
  readonly names: readonly NameMention[]
}
