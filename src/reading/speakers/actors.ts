import { type Gender, genderOfFirstName } from '../../text/first-names.ts'
import { isFullName, kindOfName, type NameKind, partsOfName, surnameOf } from '../../text/name-kind.ts'
import type { Name } from '../../text/names.ts'
import type { Span } from '../../text/span.ts'
import { type Names, printedName } from '../names.ts'
import { isKnownOutlet } from '../outlets.ts'
import { genderOfTitle, isPersonTitle } from './titles.ts'

/** Somebody or something that the article names. What is known of it grows while the article is read. */
export type Actor = {
  readonly id: number
  /** The fullest name as printed, with single spaces. */
  name: string
  /** Where the text first gives that name. */
  mention: Span
  kind: NameKind
  gender: Gender | null
  /** How often the article names it, and how often in full. */
  count: number
  fullCount: number
}

/** One place where the article gives a name. */
export type NamePlace = {
  readonly name: Name
  /** Whose name it is; several where a surname is as much one's as another's; empty for none. */
  readonly actors: readonly Actor[]
}

/** The actors of one article, and whose name each of its names is, in the order of the text. */
export type Actors = { readonly all: readonly Actor[]; readonly places: readonly NamePlace[] }

/** One of several bearers of a name is meant by it alone where it is named in full so many times as often. */
const MAIN_BEARER = 2

/** Of a name that more bear, the others are left out: a list of members would make every look-up slow. */
const MOST_BEARERS = 16

const ACRONYM = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,6})$/u

/** First name and surname, without what stands between: "Hillary Rodham Clinton" is "hillary clinton". */
function personKey(name: string): string {
  return `${(partsOfName(name)[0] ?? '').toLowerCase()} ${surnameOf(name)}`
}

/** The capitals of an organisation's words: "Environmental Protection Agency" is EPA. */
function initialsOf(name: string): string {
  return partsOfName(name)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part.charAt(0))
    .join('')
}

/** The kind that a name tells by itself, known outlets among them. */
function kindOf(name: string): NameKind {
  return isKnownOutlet(name) ? 'organisation' : kindOfName(name)
}

/** Groups the names of one text by actor. */
class ActorTable {
  readonly all: Actor[] = []
  readonly #byName = new Map<string, Actor>()
  /** By a surname, a first name, an acronym or an end of a longer name, in small letters. */
  readonly #byPart = new Map<string, Actor[]>()
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Adds a name that stands by itself: a full name, an organisation's. */
  addFull(name: Name): Actor {
    const words = printedName(this.#text, name.span)
    const kind = isPersonTitle(this.#text, name.title) && isFullName(words) ? 'person' : kindOf(words)
    const key = kind === 'person' || (kind === null && isFullName(words)) ? personKey(words) : words.toLowerCase()
    const known = this.#byName.get(key)
    const actor = known ?? this.#make(words, name.span, kind)
    if (known === undefined) {
      this.#byName.set(key, actor)
      for (const part of this.#partsOf(words, kind)) this.#index(part, actor)
    } else if (words.length > known.name.length) {
      known.name = words
      known.mention = name.span
    }
    actor.fullCount += 1
    this.#learn(actor, name)
    return actor
  }

  /** Whose name `name` may be short for; several where the text does not tell. */
  bearersOf(name: Name): readonly Actor[] {
    const words = printedName(this.#text, name.span)
    const kind = kindOfName(words)
    const all = (this.#byPart.get(words.toLowerCase()) ?? []).filter(
      (actor) => (kind !== 'place' && kind !== 'people') || actor.kind === 'person' || actor.kind === null,
    )
    const gender = genderOfTitle(this.#text, name.title)
    const bySurname = all.filter((actor) => actor.kind !== 'organisation' && surnameOf(actor.name) === surnameOf(words))
    const bearers = (bySurname.length > 0 ? bySurname : all).filter(
      (actor) => gender === null || ((actor.gender ?? gender) === gender && actor.kind !== 'organisation'),
    )
    if (bearers.length <= 1) return bearers
    const [most, next] = bearers.toSorted((a, b) => b.fullCount - a.fullCount)
    return most && next && most.fullCount >= MAIN_BEARER * next.fullCount ? [most] : bearers
  }

  /** Adds a name of one word that is no part of a longer one. */
  addSingle(name: Name): Actor {
    const words = printedName(this.#text, name.span)
    const key = words.toLowerCase()
    const kind = isPersonTitle(this.#text, name.title) ? 'person' : kindOf(words)
    const actor = this.#byName.get(key) ?? this.#make(words, name.span, kind)
    this.#byName.set(key, actor)
    if (kind === 'person') actor.kind = 'person'
    return actor
  }

  /** Counts a mention, and learns from its title. */
  count(actor: Actor, name: Name): void {
    actor.count += 1
    this.#learn(actor, name)
  }

  #learn(actor: Actor, { title }: Name): void {
    actor.gender ??= genderOfTitle(this.#text, title)
    if (actor.kind === null && isPersonTitle(this.#text, title)) actor.kind = 'person'
  }

  #make(name: string, mention: Span, kind: NameKind): Actor {
    const gender = kind === 'person' || kind === null ? genderOfFirstName(partsOfName(name)[0] ?? '') : null
    const actor = { id: this.all.length, name, mention, kind, gender, count: 0, fullCount: 0 }
    this.all.push(actor)
    return actor
  }

  #partsOf(words: string, kind: NameKind): readonly string[] {
    const parts = partsOfName(words)
    if (kind === 'place' || kind === 'people' || parts.length < 2) return []
    if (kind !== 'organisation') return [parts[0] ?? '', surnameOf(words), parts.slice(1).join(' ')]
    // "the Times" for "New York Times", "Commission" for "Commission on Debates", "EPA".
    return [...parts.map((_, at) => parts.slice(at).join(' ')).slice(1), parts[0] ?? '', initialsOf(words)]
  }

  #index(part: string, actor: Actor): void {
    const key = part.toLowerCase()
    const known = this.#byPart.get(key)
    if (known === undefined) this.#byPart.set(key, [actor])
    else if (known.length < MOST_BEARERS && !known.includes(actor)) known.push(actor)
  }
}

/**
 * Groups the names of `text` by whom they name: full names with their surnames, organisations with their acronyms.
 *
 * Cost: linear in the length of the names.
 */
export function actorsOf(text: string, names: Names): Actors {
  const table = new ActorTable(text)
  const isWhole = ({ span }: Name) => {
    const words = printedName(text, span)
    return words.includes(' ') && !ACRONYM.test(words)
  }
  const whole = new Map<Name, Actor>()
  for (const name of names.all) if (isWhole(name)) whole.set(name, table.addFull(name))
  const counted = (name: Name, actors: readonly Actor[]): NamePlace => {
    if (actors.length === 1 && actors[0] !== undefined) table.count(actors[0], name)
    return { name, actors }
  }
  const places = names.all.map((name) => {
    const bearers = table.bearersOf(name)
    const full = whole.get(name)
    const [only, ...others] = bearers
    // "Wasserman Schultz" is whole, and a part of a longer name.
    if (full !== undefined && (only === undefined || others.length > 0)) return counted(name, [full])
    return counted(name, bearers.length > 0 ? bearers : [table.addSingle(name)])
  })
  return { all: table.all, places }
}
