import type { Gender } from '../../text/first-names.ts'
import type { Actor } from './actors.ts'

/** How an actor was last mentioned; the more of it, the more likely a pronoun goes back to it. */
export type MentionForm = {
  /** Numbers of its sentence and its paragraph in the text. */
  readonly sentence: number
  readonly paragraph: number
  readonly isSubject: boolean
  readonly isQuoted: boolean
  /** "Trump's" is less in view than "Trump". */
  readonly isPossessive: boolean
  readonly isPronoun: boolean
}

/** One who may be meant by "he" or "she", as far as the text has been read. */
export type InView = { readonly actor: Actor; readonly form: MentionForm; readonly mentions: number }

/** Where a pronoun stands, and what is known there. */
export type PronounPlace = {
  readonly gender: Gender
  readonly sentence: number
  readonly paragraph: number
  /** Whether a quotation ends right before it. */
  readonly isBehindQuotation: boolean
  /** The speaker of the statement before it, of the one it stands in, and whether that one is a quotation. */
  readonly lastSpeaker: Actor | null
  readonly outer: Actor | null
  readonly isQuoted: boolean
}

/** How many actors are kept in view. */
const MOST_IN_VIEW = 12
/** Beyond it, an actor's distance counts no more, in sentences. */
const FAR = 6

/**
 * What each feature of a candidate adds to its score, in log-odds. Fitted on the pronouns that are sources in
 * PolNeAR's training articles, with CoreNLP's coreference as the answer (which is itself often wrong), then rounded.
 */
const WEIGHTS = {
  distance: [0, 0.4, -0.4, -0.7, -1, -1.3, -1.9],
  isSameParagraph: 1.2,
  isSubject: 0.8,
  isQuoted: -0.2,
  isPossessive: 0.5,
  isPronoun: -0.5,
  isLastSpeaker: 0.75,
  isLastSpeakerBehindQuotation: 0.5,
  isQuotedBeforeCue: -0.4,
  isGenderKnown: 1.1,
  isPerson: 0.6,
  // One word that nothing tells is a person's: a thing, most often.
  isUnknownWord: -1.5,
  perDoubling: 0.15,
  // PolNeAR marks no statements within statements; these two are set by hand.
  isOuterIndirect: 1.5,
  isOuterQuoted: -3,
}

/** Two candidates whose scores differ by less are equally good. */
const EQUALLY_GOOD = 0.05

/** Keeps who was mentioned last and how. */
export class Salience {
  #inView: InView[] = []

  mention(actor: Actor, form: MentionForm): void {
    const known = this.#inView.find((one) => one.actor === actor)
    const rest = this.#inView.filter((one) => one !== known)
    this.#inView = [{ actor, form, mentions: (known?.mentions ?? 0) + 1 }, ...rest].slice(0, MOST_IN_VIEW)
  }

  /** Who is in view now; later mentions do not change the list. */
  get inView(): readonly InView[] {
    return this.#inView
  }
}

function canBe({ kind, gender }: Actor, asked: Gender): boolean {
  return (kind === 'person' || kind === null) && (gender ?? asked) === asked
}

/** How well `one` fits, in log-odds. */
function scoreOf({ actor, form, mentions }: InView, place: PronounPlace): number {
  const distance = Math.min(FAR, Math.max(0, place.sentence - form.sentence))
  const isLast = actor === place.lastSpeaker
  const isQuoted = form.isQuoted && !place.isQuoted
  const isOuter = actor === place.outer
  const holds: readonly (readonly [boolean, number])[] = [
    [form.paragraph === place.paragraph, WEIGHTS.isSameParagraph],
    [form.isSubject, WEIGHTS.isSubject],
    [isQuoted, WEIGHTS.isQuoted],
    [form.isPossessive, WEIGHTS.isPossessive],
    [form.isPronoun, WEIGHTS.isPronoun],
    [isLast, WEIGHTS.isLastSpeaker],
    [isLast && place.isBehindQuotation, WEIGHTS.isLastSpeakerBehindQuotation],
    [isQuoted && place.isBehindQuotation, WEIGHTS.isQuotedBeforeCue],
    [actor.gender !== null, WEIGHTS.isGenderKnown],
    [actor.kind === 'person', WEIGHTS.isPerson],
    [actor.kind === null && !actor.name.includes(' '), WEIGHTS.isUnknownWord],
    [isOuter && !place.isQuoted, WEIGHTS.isOuterIndirect],
    [isOuter && place.isQuoted, WEIGHTS.isOuterQuoted],
  ]
  const sum = holds.reduce((total, [holding, weight]) => total + (holding ? weight : 0), 0)
  return sum + (WEIGHTS.distance[distance] ?? 0) + WEIGHTS.perDoubling * Math.log2(mentions)
}

/** Whom a pronoun means among `inView`: one, or the several that fit equally well, as the text first names them, or nobody. */
export function meantBy(inView: readonly InView[], place: PronounPlace): readonly Actor[] {
  const scored = inView
    .filter(({ actor }) => canBe(actor, place.gender))
    .map((one) => ({ actor: one.actor, score: scoreOf(one, place) }))
    .toSorted((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  const fit = scored.filter(({ score }) => best - score < EQUALLY_GOOD).map(({ actor }) => actor)
  return fit.sort((a, b) => a.mention[0] - b.mention[0])
}
