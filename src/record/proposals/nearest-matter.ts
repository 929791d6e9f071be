import { matchSpeaker, type SpeakerMatch } from '../actors/match-speaker.ts'
import { voicesOf } from '../actors/speaks-for.ts'
import type { Id } from '../id.ts'
import type { DossierMatters, Matter } from './dossier-matters.ts'
import { type Shared, sharedWords } from './matter-words.ts'
import type { Told } from './told.ts'

/** Half of the words that tell what a thing is about, and two of them at least, have to be in a statement about it. */
const MIN_PART = 0.5
const MIN_SHARED = 2
/** A statement that belongs to a dossier shares so many words with it; one is enough where an actor of it speaks. */
const MIN_DOSSIER_WORDS = 3
/** Or else the article it stands in has such a part of the words of the dossier's title. */
const MIN_TITLE_PART = 0.6

/** A dossier with who says the statement there. */
export type Nearest = {
  readonly matters: DossierMatters
  readonly speaker: SpeakerMatch
  /** The speaker and all whom it speaks for; null where it is not certain who it is. */
  readonly voices: ReadonlySet<Id> | null
}

/** Who of the dossier says it. */
function speakerIn({ reading: { statement }, date }: Told, { speakers, dossier }: DossierMatters): SpeakerMatch {
  const { speaker } = statement
  if (speaker === null) return { kind: 'none' }
  const here = new Set(dossier.actors.map(({ id }) => id))
  return matchSpeaker({ name: speaker.name, role: speaker.role, on: date }, speakers, here)
}

function voicesIn(speaker: SpeakerMatch, { date }: Told, { actors }: DossierMatters): ReadonlySet<Id> | null {
  if (speaker.kind !== 'certain') return null
  const { actorId } = speaker.match
  return date === null ? new Set([actorId]) : voicesOf(actors, actorId, date)
}

/** The dossier that a statement belongs to, by its own words or by its article; null where none is near enough. */
export function nearestDossier(told: Told, dossiers: readonly DossierMatters[]): Nearest | null {
  const [best] = dossiers
    .flatMap((matters) => {
      const speaker = speakerIn(told, matters)
      const shared = sharedWords(told.words, matters.words).words.length
      const near = shared + (speaker.kind === 'none' ? 0 : MIN_DOSSIER_WORDS - 1)
      const isByWords = near >= MIN_DOSSIER_WORDS && shared > 0
      const title = sharedWords(told.reading.articleWords, matters.title)
      const isByArticle = title.part >= MIN_TITLE_PART && title.words.length >= MIN_SHARED
      return isByWords || isByArticle ? [{ matters, speaker, near: near + title.words.length }] : []
    })
    .toSorted((a, b) => b.near - a.near || (a.matters.dossier.id < b.matters.dossier.id ? -1 : 1))
  if (best === undefined) return null
  const { matters, speaker } = best
  return { matters, speaker, voices: voicesIn(speaker, told, matters) }
}

/** The one of `matters` that the statement is most about, with the words they share; null where it is about none. */
export function nearestMatter<T>(
  { words }: Told,
  matters: readonly Matter<T>[],
): (Shared & { readonly thing: T }) | null {
  const near = matters.flatMap(({ thing, words: own }) => {
    const shared = sharedWords(words, own)
    const isNear = shared.words.length >= Math.max(1, Math.min(MIN_SHARED, own.size)) && shared.part >= MIN_PART
    return isNear ? [{ thing, ...shared }] : []
  })
  return near.toSorted((a, b) => b.words.length - a.words.length || b.part - a.part)[0] ?? null
}
