import { knownDate } from '../text/calendar-day.ts'
import { toldTime } from '../text/told-time.ts'
import type { CueClause } from './cue-clause.ts'

/** Where something else than the saying is told: "said after the vote on Tuesday", "said, a day before he …". */
const ELSEWHERE =
  /(?<![\p{L}-])(?:after|before|since|until|when|while|who|whom|whose|which|where|because|following|ahead of|whether|as|that|about|regarding|amid|despite|if|and|but|adding|noting|referring|citing)(?![\p{L}-])|[;:(—–\ufffc]/u
/** How the words right before a cue tell its time: "on Tuesday | said", "Speaking Monday in Ellen, Lee | said". */
const OPENING =
  /^[\s“"'‘]*(?:[Oo]n|[Ii]n|[Aa]t|[Ll]ast|[Ee]arlier|[Ll]ate|[Ll]ater|[Tt]his|[Oo]ver|[Dd]uring|[Ss]peaking|[Aa]ppearing|[Yy]esterday|[Tt]oday|\d{1,3} |[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Tt]en|[Aa]n? |[Bb]ack|[Ee]arly|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?![\p{L}])/u
/** Right before a cue, in code units: "Lee on Tuesday | said". */
const BESIDE = 28

/** What is still to be said was not said on its day. */
const TO_COME =
  /(?<!\p{L})(?:will|would|shall|expected|plans?|planned|going|set) (?:also |not |likely |reportedly )?(?:to |be )?(?:\p{L}+)$/u

/** The end of `words` behind the last of what tells of something else. */
function lastPart(words: string): string {
  return words.split(ELSEWHERE).at(-1) ?? ''
}

/**
 * When it was said, by the words in and beside the cue, outside the content.
 *
 * @param clause    around the cue
 * @param published EDTF of the article, which "on Tuesday" is counted from; null where nobody knows
 * @returns EDTF as `toldTime` has it; null where the text does not say, or says a time after it was printed
 */
export function saidOn({ words, cue }: CueClause, published: string | null): string | null {
  const printed = published === null ? null : knownDate(published)
  if (TO_COME.test(words.slice(...cue))) return null
  const behind = words.slice(cue[1])
  const before = words.slice(0, cue[0])
  const opening = OPENING.test(before) ? (before.split(ELSEWHERE, 1)[0] ?? '') : ''
  const parts = [words.slice(...cue), behind.split(ELSEWHERE, 1)[0] ?? '', lastPart(before.slice(-BESIDE)), opening]
  for (const part of parts) {
    const told = toldTime(part, printed)
    if (told !== null) return isAfter(told, published) ? null : told
  }
  return null
}

/** Whether the date begins after the other; both in EDTF. */
function isAfter(told: string, published: string | null): boolean {
  const start = (told.split('/', 1)[0] ?? '').replace('~', '')
  return published !== null && start > published.slice(0, start.length)
}
