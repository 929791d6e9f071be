import { paragraphsOf } from '../../text/paragraphs.ts'
import type { Span } from '../../text/span.ts'

/** Walks over spans that are in order. */
class Cursor {
  readonly #spans: readonly Span[]
  index = 0

  constructor(spans: readonly Span[]) {
    this.#spans = spans
  }

  moveTo(at: number): void {
    while (this.index < this.#spans.length - 1 && (this.#spans[this.index]?.[1] ?? 0) <= at) this.index += 1
  }
}

/** In which sentence and paragraph a text is being read; only goes forward. */
export class Position {
  readonly #sentences: Cursor
  readonly #paragraphs: Cursor

  /** @param sentences of `text`, in order */
  constructor(text: string, sentences: readonly Span[]) {
    this.#sentences = new Cursor(sentences)
    this.#paragraphs = new Cursor(paragraphsOf(text))
  }

  /** Goes on to code unit `at`. */
  moveTo(at: number): void {
    this.#sentences.moveTo(at)
    this.#paragraphs.moveTo(at)
  }

  /** The numbers of the sentence and the paragraph, from 0. */
  get place(): { readonly sentence: number; readonly paragraph: number } {
    return { sentence: this.#sentences.index, paragraph: this.#paragraphs.index }
  }
}
