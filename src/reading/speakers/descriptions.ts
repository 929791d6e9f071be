import type { Span } from '../../text/span.ts'
import type { Actor } from './actors.ts'
import { calledBy } from './role-words.ts'

/** A description that points back to somebody: "the former senator". */
export type Description = {
  /** The noun that says what they are, in small letters. */
  readonly head: string
  /** What stands before it: "former", "ohio". */
  readonly modifiers: readonly string[]
}

const CUT = /,|;|\(| (?:of|for|at|in|with|from|on|to|who|which|that|whose|and|by|about|as|against|close) /

/** Reads "the former senator from Ohio" as senator, former; null for what is no definite description. */
export function definiteDescription(words: string): Description | null {
  const found = /^(?:the|this|that)\s+(.+)$/is.exec(words)
  if (found?.[1] === undefined) return null
  const parts = (found[1].split(CUT, 1)[0] ?? '')
    .toLowerCase()
    .split(/[\s\u00a0]+/)
    .filter(Boolean)
  const head = parts.at(-1)?.replace(/['’]s?$/, '')
  return head === undefined || parts.length > 6 ? null : { head, modifiers: parts.slice(0, -1) }
}

/** What an actor is called by besides its names. */
type Callings = { readonly nouns: ReadonlySet<string>; readonly words: ReadonlySet<string>; readonly last: number }

/** Of those called by one noun, only so many of the last are kept: a long list of senators costs no more. */
const MOST_CALLED = 16

/** The words of a role or a name in small letters; a GOP nominee is a Republican one. */
const wordsOfRole = (role: string) =>
  role
    .toLowerCase()
    .replace(/\bgop\b/g, 'republican')
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter(Boolean)

/** Keeps which nouns the text has used of whom, in the order of the text. */
export class DescribedActors {
  readonly #callings = new Map<Actor, { nouns: Set<string>; words: Set<string>; last: number }>()
  readonly #byNoun = new Map<string, Set<Actor>>()

  /** The text names `actor` at `at` as `role`, as printed. */
  learn(actor: Actor, role: string, at: number): void {
    const known = this.#of(actor, at)
    for (const word of wordsOfRole(role)) {
      known.words.add(word)
      for (const noun of calledBy(word)) this.#call(actor, noun)
    }
  }

  /** The text names `actor` at `at`: an organisation may be called by the nouns in its name. */
  mention(actor: Actor, at: number): void {
    const isNew = !this.#callings.has(actor)
    const known = this.#of(actor, at)
    known.last = at
    if (!isNew || actor.kind === 'person' || actor.kind === 'place') return
    for (const word of wordsOfRole(actor.name)) {
      known.words.add(word)
      this.#call(actor, word)
    }
  }

  #of(actor: Actor, at: number) {
    const known = this.#callings.get(actor) ?? { nouns: new Set<string>(), words: new Set<string>(), last: at }
    this.#callings.set(actor, known)
    return known
  }

  #call(actor: Actor, noun: string): void {
    this.#callings.get(actor)?.nouns.add(noun)
    const known = this.#byNoun.get(noun) ?? new Set<Actor>()
    this.#byNoun.set(noun, known)
    // Taken out and put in again, it stands last.
    known.delete(actor)
    known.add(actor)
    const [oldest] = known
    if (known.size > MOST_CALLED && oldest !== undefined) known.delete(oldest)
  }

  /** Whom `description` may mean, best first; those with every modifier in their role before others. */
  matching({ head, modifiers }: Description): readonly Actor[] {
    const called = [...(this.#byNoun.get(head) ?? [])].map((actor) => {
      const known = this.#callings.get(actor) as Callings
      return { actor, last: known.last, missing: modifiers.filter((word) => !known.words.has(word)).length }
    })
    const least = Math.min(...called.map(({ missing }) => missing))
    if (least === modifiers.length && modifiers.length > 0) return []
    return called
      .filter(({ missing }) => missing === least)
      .toSorted((a, b) => b.last - a.last)
      .map(({ actor }) => actor)
  }
}

/** The span of the group or thing that a description gives, without what follows its noun phrase. */
export function describedSpan(text: string, [start, end]: Span): Span {
  const cut = / (?:who|which|that|whose) |, /.exec(text.slice(start, end))
  return [start, cut === null || cut.index === 0 ? end : start + cut.index]
}
