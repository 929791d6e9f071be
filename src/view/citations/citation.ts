import type { StatementKind } from '../../reading/statement.ts'

/** Where the words of a statement are printed. */
export type CitedArticle = {
  readonly byline: string | null
  readonly headline: string | null
  readonly outlet: string | null
  /** EDTF. */
  readonly published: string | null
  /** The original: absolute; null where it has no address. */
  readonly url: string | null
}

/** What of our pages is cited. Strings are as they came, of any characters. */
export type Citation = {
  /** Tells it from all others; of letters, digits and hyphens. */
  readonly key: string
  /** Who says it; null for a page that nobody says, whose author is this site. */
  readonly author: string | null
  /** The words of a statement, or what the page is called. */
  readonly title: string
  /** When it was said; of a page, when it last changed: EDTF; null where that is not known. */
  readonly date: string | null
  /** BCP 47, of the title; null where it is not known. */
  readonly language: string | null
  /** How and where a statement is printed; null for another page. */
  readonly statement: {
    readonly kind: StatementKind
    /** "reported by The Harbour Post, citing Reuters": the way the words came, within a sentence. */
    readonly way: string
    readonly article: CitedArticle
  } | null
  /** UTC: since when the record has it as it is. */
  readonly recordedAt: string
  /** Of our page: absolute. */
  readonly address: string
}

/** The name of the publication that is cited. */
export const CITED_SITE = 'Onrecord'

/** Styles ask for a post's first words, and no more of them than tell it apart; in UTF-16 code units. */
export const MAX_CITED_WORDS = 160
