import { namesIn } from '../../text/names.ts'
import { wordsOf } from '../../text/span.ts'
import type { SpeakerIndex } from '../actors/speaker-index.ts'
import { speakerIndex } from '../actors/speaker-index.ts'
import { type ActorIndex, actorIndex } from '../actors/speaks-for.ts'
import type { Commitment } from '../commitments/commitment.ts'
import type { Demand } from '../dossier/demand.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Term } from '../dossier/term.ts'
import { matterWords } from './matter-words.ts'

/** Something of a dossier with the words that tell what it is about. */
export type Matter<T> = { readonly thing: T; readonly words: ReadonlyMap<string, string> }

/** A name in small letters, with its words. */
export type MatterName = { readonly name: string; readonly words: ReadonlyMap<string, string> }

/** A dossier made ready for many statements to be compared with it. */
export type DossierMatters = {
  readonly dossier: Dossier
  readonly actors: ActorIndex
  readonly speakers: SpeakerIndex
  readonly title: ReadonlyMap<string, string>
  /** The words of names in its title, of which an article about it has one; empty where the title has no names. */
  readonly titleNames: ReadonlyMap<string, string>
  /** The names of each of its actors and places, and each name in its title. */
  readonly named: readonly (readonly MatterName[])[]
  /** All words that tell what it is about: its title, summary, places, and what is promised and asked. */
  readonly words: ReadonlyMap<string, string>
  readonly commitments: readonly Matter<Commitment>[]
  readonly terms: readonly Matter<Term & { readonly commitment: Commitment }>[]
  readonly demands: readonly Matter<Demand>[]
}

/** Shorter names, "UN" or "EU", are in every other article. */
const MIN_NAME = 4

function namesInTitle(title: string): readonly string[] {
  return namesIn(title)
    .map(({ span }) => wordsOf(title, span))
    .filter(({ length }) => length >= MIN_NAME)
}

const matterName = (name: string): MatterName => ({ name: name.toLowerCase(), words: matterWords(name) })

/** What `dossier` is about, thing by thing. */
export function dossierMatters(dossier: Dossier): DossierMatters {
  const matters = <T extends { readonly what: string }>(things: readonly T[]): readonly Matter<T>[] =>
    things.map((thing) => ({ thing, words: matterWords(thing.what) }))
  const terms = dossier.commitments.flatMap((commitment) => commitment.terms.map((term) => ({ ...term, commitment })))
  const namesOf = ({ names }: { readonly names: readonly { readonly name: string }[] }) => names.map(({ name }) => name)
  const places = dossier.places.flatMap(namesOf)
  const whats = [...dossier.commitments, ...terms, ...dossier.demands].map(({ what }) => what)
  return {
    dossier,
    actors: actorIndex(dossier.actors),
    speakers: speakerIndex(dossier.actors, dossier.places),
    title: matterWords(dossier.title),
    titleNames: matterWords(namesInTitle(dossier.title).join('\n')),
    named: [
      ...[...dossier.actors, ...dossier.places].map((one) => namesOf(one).map(matterName)),
      ...namesInTitle(dossier.title).map((name) => [matterName(name)]),
    ],
    words: matterWords([dossier.title, dossier.summary ?? '', ...whats, ...places].join('\n')),
    commitments: matters(dossier.commitments),
    terms: matters(terms),
    demands: matters(dossier.demands),
  }
}
