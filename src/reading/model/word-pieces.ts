/** Longer words, in code points, become one unknown piece, as when the encoder was trained. */
const MAX_WORD_LENGTH = 100
/** Words whose pieces are remembered: enough for all frequent ones, bounded for a text that is made of new ones. */
const MAX_REMEMBERED = 50_000

const UNKNOWN = '[UNK]'

/** The encoder's vocabulary. */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>
  readonly #remembered = new Map<string, readonly number[]>()

  /** @param vocabulary the pieces, each at the place of its id; those that continue a word begin with `##` */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]))
  }

  /**
   * The ids of the pieces of one folded word: the longest known piece from the left, again and again; one unknown
   * piece where that fails. Never empty.
   */
  idsOf(word: string): readonly number[] {
    const remembered = this.#remembered.get(word)
    if (remembered !== undefined) return remembered
    const ids = this.#cut(word) ?? [this.#ids.get(UNKNOWN) ?? 0]
    if (this.#remembered.size < MAX_REMEMBERED) this.#remembered.set(word, ids)
    return ids
  }

  #cut(word: string): readonly number[] | null {
    if (word.length > MAX_WORD_LENGTH && [...word].length > MAX_WORD_LENGTH) return null
    const ids: number[] = []
    for (let from = 0; from < word.length; ) {
      const piece = this.#longestAt(word, from)
      if (piece === null) return null
      ids.push(piece.id)
      from = piece.end
    }
    return ids
  }

  #longestAt(word: string, from: number): { readonly id: number; readonly end: number } | null {
    for (let end = word.length; end > from; end -= 1) {
      const id = this.#ids.get((from > 0 ? '##' : '') + word.slice(from, end))
      if (id !== undefined) return { id, end }
    }
    return null
  }
}
