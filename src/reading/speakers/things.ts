import type { Actor } from './actors.ts'
import type { Meant } from './meant.ts'

/** Somebody or something that "they" or "it" may go back to. */
type Thing = {
  readonly meant: Meant
  readonly isMany: boolean
  readonly isSource: boolean
  /** Number of the sentence in the text. */
  readonly sentence: number
}

/** How many are kept, and how far back one may stand, in sentences. */
const MOST = 8
const FAR = 4

const MANY_WORDS = /\b(?:\p{L}+s|people|men|women|police|children|many|some|most|others|both|few|all)$/iu

/** Keeps the groups, organisations and things last spoken of. */
export class Things {
  #last: Thing[] = []

  /** The text names `actor`. */
  name(actor: Actor, sentence: number): void {
    if (actor.kind === 'person' || actor.kind === 'place' || actor.kind === null) return
    if (actor.kind === 'people' && !actor.name.endsWith('s')) return
    this.#add({ meant: { actors: [actor] }, isMany: actor.kind === 'people', isSource: false, sentence })
  }

  /** A statement has for its source what is `meant`. */
  source(meant: Meant, text: string, sentence: number): void {
    if ('actors' in meant) {
      const [actor] = meant.actors
      if (actor === undefined || actor.kind === 'person') return
      this.#add({ meant, isMany: actor.kind === 'people', isSource: true, sentence })
    } else if ('group' in meant) this.#add({ meant, isMany: true, isSource: true, sentence })
    else if (meant.described !== null) {
      const words = text.slice(...meant.described).split(/ (?:of|for|in|from|at|with|to|who|on)\b/, 1)[0] ?? ''
      this.#add({ meant, isMany: MANY_WORDS.test(words), isSource: true, sentence })
    }
  }

  #add(thing: Thing): void {
    this.#last = [thing, ...this.#last].slice(0, MOST)
  }

  /** What "they", "it" and their like mean in sentence number `sentence`; null where nothing fits. */
  meantBy(word: string, sentence: number): Meant | null {
    const isMany = /^(?:they|them|their|themselves)$/.test(word)
    const near = this.#last.filter((thing) => sentence - thing.sentence <= FAR)
    const fits = near.filter((thing) => thing.isMany === isMany)
    const best = fits.find(({ isSource }) => isSource) ?? fits[0] ?? near.find(({ isSource }) => isSource)
    return best?.meant ?? null
  }
}
