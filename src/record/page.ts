/** Part of a list; `next` fetches what follows, null at the end. */
export type Page<T> = { readonly items: readonly T[]; readonly total: number; readonly next: string | null }

export type ListQuery = {
  /** Words that all have to be there, as a person types them; null, or nothing with a letter or digit in it, for all. */
  readonly words: string | null
  /** `next` of the page before. A cursor that is none gives the first page. */
  readonly cursor: string | null
  /** How many items a page holds, from 1 to 200; what is outside is taken for the nearest. */
  readonly limit: number
}
