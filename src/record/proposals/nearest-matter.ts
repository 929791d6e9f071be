import { matchSpeaker, type SpeakerMatch } from '../actors/match-speaker.ts'
import { voicesOf } from '../actors/speaks-for.ts'
import type { Id } from '../id.ts'
import type { DossierMatters, Matter, MatterName } from './dossier-matters.ts'
import { matterWords, type Shared, sharedWords } from './matter-words.ts'
import type { PlacedReading, Told } from './told.ts'

/** Two words in five that tell what a thing is about, and two of them at least, have to be in a statement about it. */
const MIN_PART = 0.4
const MIN_SHARED = 2
/** A statement that belongs to a dossier shares so many words with it; one is enough where an actor of it speaks. */
const MIN_DOSSIER_WORDS = 3
/** Or else the article it stands in has such a part of the words of the dossier's title. */
const MIN_TITLE_PART = 0.5
/** Or such a part of all its words, and names two of it, or one of it speaks. */
const MIN_WORDS_PART = 0.2
const MIN_NAMED = 2

/** How many of a dossier's actors and places an article has a name of, all words of it somewhere. */
function namedIn({ articleWords }: PlacedReading, { named }: DossierMatters): number {
  return named.filter((names) => names.some((name) => hasWords(articleWords, name))).length
}

function hasWords(articleWords: ReadonlyMap<string, string>, { words }: MatterName): boolean {
  return words.size > 0 && [...words.keys()].every((word) => articleWords.has(word))
}

/** Whether an article is about the matter of a dossier, whatever a statement in it says. */
function isAboutSame(reading: PlacedReading, matters: DossierMatters, speaker: SpeakerMatch): boolean {
  const { articleWords: words } = reading
  const title = sharedWords(words, matters.title)
  const isNamed = matters.titleNames.size === 0 || sharedWords(words, matters.titleNames).words.length > 0
  if (isNamed && title.part >= MIN_TITLE_PART && title.words.length >= MIN_SHARED) return true
  if (sharedWords(words, matters.words).part < MIN_WORDS_PART) return false
  return speaker.kind === 'certain' || namesTwo(reading, matters)
}

/** Whether an article has names of two of a dossier as they are written, one of more than one word. */
function namesTwo({ text, articleWords }: PlacedReading, { named }: DossierMatters): boolean {
  const small = text.toLowerCase()
  const met = named.flatMap((names) => {
    // All its words may stand about in an article that never puts them together.
    const printed = names.filter((name) => hasWords(articleWords, name) && small.includes(name.name))
    return printed.length === 0 ? [] : [Math.max(...printed.map(({ words }) => words.size))]
  })
  return met.length >= MIN_NAMED && met.some((size) => size > 1)
}

/** A dossier with who says the statement there. */
export type Nearest = {
  readonly matters: DossierMatters
  readonly speaker: SpeakerMatch
  /** The speaker and all whom it speaks for; null where several may be meant, or none. */
  readonly voices: ReadonlySet<Id> | null
}

/** Who of the dossier says it. */
function speakerIn(
  { reading: { statement }, source, date }: Told,
  { speakers, dossier }: DossierMatters,
): SpeakerMatch {
  const { speaker } = statement
  const here = new Set(dossier.actors.map(({ id }) => id))
  const byName =
    speaker === null
      ? matchSpeaker({ name: source, role: null, on: date }, speakers, here)
      : matchSpeaker({ name: speaker.name, role: speaker.role, on: date }, speakers, here)
  return speaker !== null || byName.kind !== 'none' ? byName : describedIn(source, dossier)
}

/** Whom "the mission" or "the ministry" describes: the one whose name holds all of these words. */
function describedIn(source: string, { actors }: DossierMatters['dossier']): SpeakerMatch {
  const words = [...matterWords(source).keys()]
  const meant = actors.filter(({ names }) =>
    names.some(({ name }) => {
      const own = matterWords(name)
      return words.length > 0 && words.every((word) => own.has(word))
    }),
  )
  const [only, another] = meant
  if (only === undefined || another !== undefined) return { kind: 'none' }
  return { kind: 'proposed', matches: [{ actorId: only.id, reason: 'short name' }] }
}

/** The one that is certain, or the only one that is thought of: a person judges what is proposed. */
function actorIdIn(speaker: SpeakerMatch): Id | null {
  if (speaker.kind === 'certain') return speaker.match.actorId
  const [only, another] = speaker.kind === 'proposed' ? speaker.matches : []
  return another === undefined ? (only?.actorId ?? null) : null
}

function voicesIn(speaker: SpeakerMatch, { date }: Told, { actors }: DossierMatters): ReadonlySet<Id> | null {
  const actorId = actorIdIn(speaker)
  if (actorId === null) return null
  return date === null ? new Set([actorId]) : voicesOf(actors, actorId, date)
}

/** The dossier that a statement belongs to, by its own words or by its article; null where none is near enough. */
export function nearestDossier(told: Told, dossiers: readonly DossierMatters[]): Nearest | null {
  const [best] = dossiers
    .flatMap((matters) => {
      const count = namedIn(told.reading, matters)
      // What names nobody of it, and no place, is about something else.
      if (count === 0) return []
      const speaker = speakerIn(told, matters)
      const shared = sharedWords(told.words, matters.words).words.length
      const near = shared + (speaker.kind === 'none' ? 0 : MIN_DOSSIER_WORDS - 1)
      const isByWords = near >= MIN_DOSSIER_WORDS && shared > 0 && (speaker.kind !== 'none' || count >= MIN_NAMED)
      const title = sharedWords(told.reading.articleWords, matters.title).words.length
      return isByWords || isAboutSame(told.reading, matters, speaker) ? [{ matters, speaker, near: near + title }] : []
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

/**
 * The one of `matters` that a statement is about by a single word that no other of them has: "the visit", in an article
 * about a visit and a report. Only where the statement tells that something happened or will, or who says it is of the
 * dossier; else more of the words are needed.
 *
 * @param usual words that are in every statement of the dossier, and tell nothing
 */
export function nearestByOneWord<T>(
  told: Told,
  matters: readonly Matter<T>[],
  usual: ReadonlyMap<string, string> = new Map(),
): ReturnType<typeof nearestMatter<T>> {
  const near = nearestMatter(told, matters)
  if (near !== null) return near
  const times = new Map<string, number>()
  for (const { words } of matters) for (const word of words.keys()) times.set(word, (times.get(word) ?? 0) + 1)
  const own = matters.flatMap(({ thing, words }) => {
    const shared = [...words].flatMap(([key, word]) =>
      told.words.has(key) && !usual.has(key) && times.get(key) === 1 ? [word] : [],
    )
    return shared.length === 0 ? [] : [{ thing, words: shared, part: shared.length / words.size }]
  })
  return own.toSorted((a, b) => b.words.length - a.words.length || b.part - a.part)[0] ?? null
}
