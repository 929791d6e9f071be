import type { Gender } from '../../text/first-names.ts'
import type { Quotation } from '../../text/quotation-marks.ts'
import type { Span } from '../../text/span.ts'
import { within } from '../../text/within.ts'
import type { Draft } from '../draft.ts'
import { printedName } from '../names.ts'
import type { Actor, Actors, NamePlace } from './actors.ts'
import { relativeAntecedent } from './antecedents.ts'
import { CountedGroups } from './counted-groups.ts'
import { DescribedActors, definiteDescription, describedSpan } from './descriptions.ts'
import { type Meant, NOBODY, oneMeant, type ResolvedSource, resolved } from './meant.ts'
import { outerDrafts } from './outer-drafts.ts'
import { Position } from './position.ts'
import { roleBeside } from './roles.ts'
import { type InView, meantBy, Salience } from './salience.ts'
import { type SourceHead, sourceHead } from './source-head.ts'
import { Things } from './things.ts'
import { writersOf } from './writers.ts'

const SINGULAR: Readonly<Record<string, Gender>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
}
const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'that'])
const FIRST_PERSON = new Set(['i', 'me', 'my', 'we', 'us', 'our'])
const HE_OR_SHE = /(?<![\p{L}\p{N}])(?:he|him|his|himself|she|hers?|herself)(?![\p{L}\p{N}])/giu

/** A name behind one of them is not what its sentence is about. */
const IN_PHRASE = /(?:^|\s)(?:of|for|to|from|with|by|at|in|on|against|between|like|about|than|and|or)\s(?:the\s)?$/i

/** How far before "who" its antecedent may be named; code units. */
const RELATIVE_REACH = 160

/** How far below an "I" its writer's name may stand; code units: as long as a column is. */
const WRITER_REACH = 20_000

/** Two contents may hold each other's sources, in a circle: no text nests so deep. */
const MAX_DEPTH = 8

/** A pronoun that has to wait until the statement around it is known, with what was in view before it. */
type Waiting = {
  readonly index: number
  readonly word: string
  readonly at: Span
  readonly inView: readonly InView[]
  readonly place: Position['place']
}

/** Something to be read at a place in the text; at one place a name comes before a pronoun before a source. */
type Step = { readonly at: number; readonly order: number; readonly read: () => void }

/** Reads a text from its start to its end, and keeps whom it speaks of. */
class SpeakerReading {
  readonly #text: string
  readonly #drafts: readonly Draft[]
  readonly #places: readonly NamePlace[]
  readonly #quoted: readonly Span[]
  readonly #outer: readonly (number | null)[]
  readonly #position: Position
  readonly #salience = new Salience()
  readonly #described = new DescribedActors()
  readonly #things = new Things()
  readonly #counted: CountedGroups
  readonly #meant: Meant[]
  readonly #pronouns = new Map<number, readonly Actor[]>()
  readonly #roles = new Map<Actor, string>()
  readonly #waiting: Waiting[] = []
  readonly #writers: readonly NamePlace[]
  /** The last sentence whose subject is known, where that subject ends, and the last who said something outside quotations. */
  #subjectOf = -1
  #subjectEnd = -1
  #lastSpeaker: Actor | null = null

  constructor(text: string, drafts: readonly Draft[], { actors, quotations, sentences }: Surroundings) {
    this.#text = text
    this.#drafts = drafts
    this.#places = actors.places
    this.#quoted = quotations.flatMap(({ spans, depth }) => (depth === 0 ? spans : []))
    const sources = drafts.map(({ source }, index) => ({ at: source[0]?.[0] ?? -1, except: index }))
    this.#outer = outerDrafts(drafts, sources)
    this.#position = new Position(text, sentences)
    this.#counted = new CountedGroups(text)
    this.#writers = writersOf(text, this.#places)
    this.#meant = drafts.map(() => NOBODY)
  }

  read(): readonly ResolvedSource[] {
    const steps = [...this.#nameSteps(), ...this.#pronounSteps(), ...this.#sourceSteps()]
    for (const { at, read } of steps.sort((a, b) => a.at - b.at || a.order - b.order)) {
      this.#position.moveTo(at)
      read()
    }
    // Outer statements first: their speakers are what the inner ones wait for.
    const waiting = this.#waiting.toSorted((a, b) => this.#depth(a.index) - this.#depth(b.index))
    for (const one of waiting) this.#meant[one.index] = this.#afterwards(one)
    return this.#meant.map((meant) => resolved(this.#text, meant, this.#roles))
  }

  #nameSteps(): readonly Step[] {
    return this.#places.map((place) => ({ at: place.name.span[0], order: 0, read: () => this.#name(place) }))
  }

  #pronounSteps(): readonly Step[] {
    const found = [...this.#text.matchAll(HE_OR_SHE)].filter(({ index }) => !this.#isQuoted(index))
    const places = found.map(({ index }) => ({ at: index, except: null }))
    const outer = outerDrafts(this.#drafts, places)
    return found.map(({ index, 0: word }, number) => ({
      at: index,
      order: 1,
      read: () => this.#pronoun(index, word.toLowerCase(), outer[number] ?? null),
    }))
  }

  #sourceSteps(): readonly Step[] {
    return this.#drafts.flatMap(({ source: [first] }, index) =>
      first === undefined ? [] : [{ at: first[1] - 1, order: 2, read: () => this.#source(index, first) }],
    )
  }

  #isQuoted(at: number): boolean {
    return within(this.#quoted, [at, at + 1], (span) => span).length > 0
  }

  #name({ name, actors }: NamePlace): void {
    const [actor, ...others] = actors
    if (actor === undefined || others.length > 0) return
    const { sentence, paragraph } = this.#position.place
    const [start, end] = name.span
    const role = roleBeside(this.#text, name)
    if (role !== null) this.#learnRole(actor, printedName(this.#text, role), start)
    const isQuoted = this.#isQuoted(start)
    const isPossessive = /['’]/.test(this.#text.charAt(end))
    const from = name.title?.[0] ?? start
    const isFree = !isPossessive && !IN_PHRASE.test(this.#text.slice(Math.max(0, from - 16), from))
    // "Ana Lee and Tom Park met": as much the one as the other.
    const isJoined = this.#subjectOf === sentence && this.#text.slice(this.#subjectEnd, from) === ' and '
    const isSubject = !isQuoted && ((isFree && this.#subjectOf !== sentence) || (isJoined && !isPossessive))
    if (isSubject) {
      this.#subjectOf = sentence
      this.#subjectEnd = end
    }
    this.#described.mention(actor, start)
    this.#things.name(actor, sentence)
    this.#salience.mention(actor, { sentence, paragraph, isSubject, isQuoted, isPossessive, isPronoun: false })
  }

  #learnRole(actor: Actor, role: string, at: number): void {
    if (!this.#roles.has(actor)) this.#roles.set(actor, role)
    this.#described.learn(actor, role, at)
    actor.kind ??= 'person'
  }

  #pronoun(at: number, word: string, outer: number | null): void {
    const { sentence, paragraph } = this.#position.place
    const actors = meantBy(this.#salience.inView, {
      gender: SINGULAR[word] ?? 'he',
      sentence,
      paragraph,
      isBehindQuotation: /[”"’'][\s,—–-]*$/.test(this.#text.slice(Math.max(0, at - 3), at)),
      lastSpeaker: this.#lastSpeaker,
      outer: outer === null ? null : oneMeant(this.#meant[outer]),
      isQuoted: false,
    })
    this.#pronouns.set(at, actors)
    const actor = oneMeant({ actors })
    if (actor === null) return
    const form = { isSubject: /^s?he$/.test(word), isPossessive: /^(?:his|her)$/.test(word) }
    this.#salience.mention(actor, { sentence, paragraph, isQuoted: false, isPronoun: true, ...form })
  }

  #source(index: number, source: Span): void {
    const head = this.#headOf(source)
    const meant = head.form === 'pronoun' ? this.#meantByPronoun(index, head) : this.#meantByHead(head)
    this.#meant[index] = meant
    const actor = oneMeant(meant)
    if (actor !== null && actor.kind !== 'organisation' && !this.#isQuoted(source[0])) this.#lastSpeaker = actor
    this.#things.source(meant, this.#text, this.#position.place.sentence)
  }

  #headOf(span: Span): SourceHead {
    const places = within(this.#places, span, ({ name }) => name.span)
    return sourceHead(this.#text, span, places)
  }

  #meantByHead(head: Exclude<SourceHead, { form: 'pronoun' }>): Meant {
    if (head.form === 'name') return { actors: head.place.actors }
    if (head.form === 'names')
      return { group: head.span, members: head.places.flatMap(({ actors }) => actors.slice(0, 1)) }
    const counted = this.#counted.meantBy(this.#text.slice(...head.span), head.span)
    if (counted !== null) return { group: counted, members: [] }
    const description = definiteDescription(this.#text.slice(...head.span))
    const [actor] = description === null ? [] : this.#described.matching(description)
    return actor === undefined ? { described: describedSpan(this.#text, head.span) } : { actors: [actor] }
  }

  #meantByPronoun(index: number, { word, span }: SourceHead & { form: 'pronoun' }): Meant {
    if (RELATIVE.has(word)) return this.#antecedent(word, span)
    if (FIRST_PERSON.has(word) || (word in SINGULAR && this.#isQuoted(span[0]))) {
      const { place } = this.#position
      this.#waiting.push({ index, word, at: span, inView: this.#salience.inView, place })
      return NOBODY
    }
    if (word in SINGULAR) return { actors: this.#pronouns.get(span[0]) ?? [] }
    return this.#things.meantBy(word, this.#position.place.sentence) ?? { described: span }
  }

  #antecedent(word: string, pronoun: Span): Meant {
    const reach: Span = [Math.max(0, pronoun[0] - RELATIVE_REACH), pronoun[0]]
    const isPerson = word.startsWith('who')
    const before = within(this.#places, reach, ({ name }) => name.span).filter(
      ({ actors: [actor] }) => !isPerson || (actor?.kind !== 'place' && actor?.kind !== 'organisation'),
    )
    const found = relativeAntecedent(this.#text, pronoun[0], before.toReversed())
    if (found === null) return { described: pronoun }
    if ('place' in found) return { actors: found.place.actors }
    const head = this.#headOf(found.span)
    return head.form === 'pronoun' ? { described: found.span } : this.#meantByHead(head)
  }

  /** "I" is who says the words around it, or who wrote the text; another's "she" within a quotation is not. */
  #afterwards({ index, word, at, inView, place }: Waiting): Meant {
    const outer = this.#outer[index] ?? null
    const around = outer === null ? undefined : this.#meant[outer]
    if (FIRST_PERSON.has(word)) return around ?? this.#writer(at) ?? { described: at }
    const known = { gender: SINGULAR[word] ?? 'he', lastSpeaker: null, outer: oneMeant(around), ...place }
    return { actors: meantBy(inView, { ...known, isBehindQuotation: false, isQuoted: true }) }
  }

  #writer([at]: Span): Meant | null {
    const [writer] = within(this.#writers, [at, at + WRITER_REACH], ({ name }) => name.span)
    return writer === undefined || this.#isQuoted(at) ? null : { actors: writer.actors }
  }

  #depth(index: number): number {
    let depth = 0
    for (let at = this.#outer[index] ?? null; at !== null && depth < MAX_DEPTH; at = this.#outer[at] ?? null) depth += 1
    return depth
  }
}

/** What one text holds besides its statements. */
export type Surroundings = {
  readonly actors: Actors
  readonly quotations: readonly Quotation[]
  /** Its sentences, in order. */
  readonly sentences: readonly Span[]
}

/**
 * Who each of `drafts` has for its speaker.
 *
 * @param drafts in the order of the text
 * @returns as many as there are drafts, in their order
 * Cost: O(n log n) in names, pronouns and drafts; linear in the length of `text`.
 */
export function speakersOf(
  text: string,
  drafts: readonly Draft[],
  surroundings: Surroundings,
): readonly ResolvedSource[] {
  return new SpeakerReading(text, drafts, surroundings).read()
}
