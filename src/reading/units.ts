import { wordSet } from '../text/word-set.ts'

/** Plurals that do not end in s. */
const PLURALS = wordSet(
  'people men women children police staff troops personnel cattle feet teeth mice aircraft sheep fish spacecraft media data folks clergy kids americans gop youth countrymen congressmen congresswomen businessmen policemen spokesmen servicemen servicewomen fishermen grandchildren schoolchildren salespeople percent crew',
)
/** End a search for the noun: "200 were groups". */
const STOPS = wordSet(
  'and but or nor the that who whom which whose for from with by was has is this as his its her their our my your than per into after before were are had have will would could should may might can of in on at to said says since during between against over under about because when while if though not no he she it they we i you did does do be been being around across through via within without until so then there here a an each every among just only also now get got make makes made go goes going came come took take takes ago later earlier away old apart times',
)
/** End in s and are no plurals. */
const NO_PLURAL = /(?:ss|us|is|'s|’s|ous)$/
/** Describes a thing rather than naming what it is: left out of the unit, which is the noun and the nouns before it. */
const ADJECTIVE =
  /^(?:more|additional|other|extra|further|new|old|young|big|large|largest|major|minor|small|main|key|top|full|recent|different|separate|single-\p{L}+|previous|first|last|past|next|good|great|bad|bare|early|late|long|short|high|low|total|whole|private|public|federal|local|national|foreign|male|female|black|white|common|poor|rich|registered|illegal|legal|undocumented|direct|real|such|very|mostly|most|least|known|strong|possible|potential|entire|consecutive|straight|solid|remaining|armed|innocent|\p{L}+(?:est|ed|ive|ous|ful|less|able|ible|(?<!metr)ic|ical|ional|ish|ly)|\p{L}+-\p{L}+)$/u
/** Not counted things: "three times as many", "two ways". */
const MULTIPLES = wordSet('times fold folds')

/** How many words a noun phrase may have, and how many of them name the unit. */
const MAX_WORDS = 6
const UNIT_WORDS = 3

/** Between a number and its noun: "three of the five". */
const LEAD = /^[ \u00a0](?:of (?:the |his |her |its |their |our |those |these |all )?)?/iu

/** A counted noun: the unit's words, and where the head ends, in code units behind where it was looked for. */
export type CountedNoun = { readonly unit: string; readonly end: number }

function isPlural(word: string): boolean {
  return PLURALS.has(word) || (word.length > 2 && word.endsWith('s') && !NO_PLURAL.test(word))
}

/**
 * The noun that is counted by a number right before `words`: " largest counties in" gives "counties".
 *
 * @param words what stands behind the number, a space first; a short piece is enough
 */
export function countedNoun(words: string): CountedNoun | null {
  const [lead] = LEAD.exec(words) ?? []
  if (lead === undefined) return null
  const phrase: string[] = []
  let [at, head, end] = [lead.length, -1, 0]
  for (const found of words.slice(lead.length).matchAll(/([$\p{L}\d][\p{L}\d’'-]*)([ \u00a0]?)/gu)) {
    if (found.index !== at - lead.length || phrase.length === MAX_WORDS) break
    const word = (found[1] ?? '').toLowerCase()
    if (STOPS.has(word) || MULTIPLES.has(word)) break
    phrase.push(found[1] ?? '')
    const isHead = isPlural(word)
    // "Vote counting systems": a later plural is the head, but a verb may end in s too: only right behind.
    if (isHead && (head < 0 || head === phrase.length - 2)) {
      head = phrase.length - 1
      end = at + (found[1]?.length ?? 0)
    }
    at += found[0].length
    if (found[2] === '' || (head >= 0 && head < phrase.length - 1)) break
  }
  if (head < 0) return null
  return { unit: unitOf(phrase.slice(0, head + 1)), end }
}

/** The head with the nouns right before it: adjectives and names are left out. */
function unitOf(phrase: readonly string[]): string {
  const names = phrase
    .slice(0, -1)
    .findLastIndex((word) => ADJECTIVE.test(word.toLowerCase()) || /^[\p{Lu}$\d]/u.test(word))
  const unit = phrase.slice(Math.max(names + 1, phrase.length - UNIT_WORDS)).join(' ')
  return /^\p{Lu}\p{Ll}+s$/u.test(unit) ? unit : unit.toLowerCase()
}
