import type { MovedItem } from '../../record/moved/moved-item.ts'

/** One thing that moved, in plain words. Everything that an edition's mail, page and feed say of it comes from here. */
export type EditionLine = {
  readonly how: MovedItem['how']
  /** One line: who, to do what, and what became of it. */
  readonly title: string
  /** When, and what else is to be said: "on 8 March 2022"; null where the title says all. */
  readonly note: string | null
  /** Words that it rests on, and the language that they are in, BCP 47; null where there are none to be shown. */
  readonly quote: { readonly words: string; readonly language: string | null } | null
  /** How these came: "reported by The Harbour Post, citing Reuters". */
  readonly way: string | null
  /** Its place on the public record, absolute. */
  readonly url: string
}

/** What moved in one dossier, or beside all of them. */
export type EditionGroup = {
  readonly title: string
  /** Absolute; null beside all dossiers. */
  readonly url: string | null
  readonly lines: readonly EditionLine[]
}

/** An edition as it is read. */
export type EditionView = {
  readonly subject: string
  /** BCP 47, of the subject and the introduction. */
  readonly language: string
  readonly paragraphs: readonly string[]
  readonly groups: readonly EditionGroup[]
}

/** The paragraphs of what an editor wrote: blank lines divide them. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
