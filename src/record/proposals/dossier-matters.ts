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

/** A dossier made ready for many statements to be compared with it. */
export type DossierMatters = {
  readonly dossier: Dossier
  readonly actors: ActorIndex
  readonly speakers: SpeakerIndex
  readonly title: ReadonlyMap<string, string>
  /** The words of each name of its actors and places, and of those in its title. */
  readonly names: readonly ReadonlyMap<string, string>[]
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

/** What `dossier` is about, thing by thing. */
export function dossierMatters(dossier: Dossier): DossierMatters {
  const matters = <T extends { readonly what: string }>(things: readonly T[]): readonly Matter<T>[] =>
    things.map((thing) => ({ thing, words: matterWords(thing.what) }))
  const terms = dossier.commitments.flatMap((commitment) => commitment.terms.map((term) => ({ ...term, commitment })))
  const namesOf = (those: readonly { readonly names: readonly { readonly name: string }[] }[]) =>
    those.flatMap(({ names }) => names.map(({ name }) => name))
  const named = namesOf(dossier.places)
  const whats = [...dossier.commitments, ...terms, ...dossier.demands].map(({ what }) => what)
  return {
    dossier,
    actors: actorIndex(dossier.actors),
    speakers: speakerIndex(dossier.actors, dossier.places),
    title: matterWords(dossier.title),
    names: [...namesOf([...dossier.actors, ...dossier.places]), ...namesInTitle(dossier.title)].map(matterWords),
    words: matterWords([dossier.title, dossier.summary ?? '', ...whats, ...named].join('\n')),
    commitments: matters(dossier.commitments),
    terms: matters(terms),
    demands: matters(dossier.demands),
  }
}
