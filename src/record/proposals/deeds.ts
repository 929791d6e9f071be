import type { EventKind } from '../commitments/commitment.ts'

/** Words that tell what becomes of an undertaking, the first that fit; in small letters. */
const EVENTS: readonly (readonly [kind: EventKind, words: RegExp])[] = [
  ['postponed', /\b(?:postpon|delay|put(?:ting)? off|reschedul|pushed back|not before)/],
  [
    'withdrawn',
    /\b(?:withdr[ae]w|cancel|call(?:ed|ing|s)? off|no longer|abandon|scrap|ruled? out|will not|won't|refus)/,
  ],
  ['partly met', /\b(?:part of|in part|partly|partially) (?:\w+ ){0,3}(?:met|published|released|kept|done)/],
  ['started', /\b(?:begun|began|started|under ?way|has arrived|have arrived)\b/],
  ['agreed', /\b(?:agreed|agrees|agreement)\b/],
  [
    'scheduled',
    /\b(?:(?:will|would) (?:take place|go ahead|begin|start)|(?:is|are|was|were) (?:due |set |expected |scheduled |planned )?to (?:take place|go ahead|begin|start|be (?:held|published|released|opened))|(?:is|are|was|were) (?:scheduled|planned) for)\b/,
  ],
]
/** What has been done, said of the past. */
const MET =
  /\b(?:took place|has taken place|have (?:met|kept|published|released|done)|(?:was|were|has been|have been|is now) (?:published|released|completed|carried out|fulfilled|kept|handed over|opened|finished)|published it|released it|kept (?:the|our|my|his|her|its|their) (?:promise|word))\b/
const REFUSED = /\b(?:refus|reject|ruled? out|will not|won't|would not|wouldn't|cannot|declin|never|nobody|no one)/

const small = (words: string) => words.toLowerCase().replaceAll('’', "'")

/** What the words say has happened to an undertaking; null where they only undertake, or say nothing of it. */
export function deedOf(words: string): EventKind | null {
  const told = small(words)
  return EVENTS.find(([, pattern]) => pattern.test(told))?.[0] ?? (MET.test(told) ? 'met' : null)
}

/** Whether the words turn something down. */
export function isRefusal(words: string): boolean {
  return REFUSED.test(small(words))
}
