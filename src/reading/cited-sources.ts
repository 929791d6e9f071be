import { overlaps, type Span, wordsOf } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { Draft } from './draft.ts'
import { isSpeaker } from './inner-statements.ts'
import { isOutlet, type Outlet } from './outlets.ts'

const CITING = /\b(?:citing|quoting|cited|quoted)$/iu
/** How many statements to either side may be what is cited for. */
const BESIDE = 3
/** Longer words cite a reason, not somebody; code units. */
const MAX_SOURCE = 90

/** Whether an outlet cites somebody by this statement: "citing two officials". */
function citesSomebody(text: string, { source, cue, content }: Draft, outlets: readonly Outlet[]): boolean {
  const [who, last, whom] = [source[0], cue.at(-1), content[0]]
  if (who === undefined || last === undefined || whom === undefined) return false
  const isOutlets = wordsOf(text, who) === 'which' || isOutlet(text, who, outlets)
  return (
    isOutlets &&
    CITING.test(wordsOf(text, last)) &&
    whom[1] - whom[0] <= MAX_SOURCE &&
    isSpeaker(wordsOf(text, whom).replace(/,.*/su, ''))
  )
}

/**
 * Gives what an outlet reports to those whom it cites for it: in "the Times reported, citing two officials, that …" the
 * model finds the officials as what is cited; they are who says it.
 *
 * @param drafts in the order of the text
 * @param sentences of the text, in order
 */
export function withCited(
  text: string,
  drafts: readonly Draft[],
  { outlets, sentences }: { readonly outlets: readonly Outlet[]; readonly sentences: readonly Span[] },
): readonly Draft[] {
  return drafts.map((draft, index) => {
    if (!citesSomebody(text, draft, outlets)) return draft
    const [sentence] = within(sentences, draft.cue[0] ?? [0, 0], (one) => one)
    const reported = drafts
      .slice(Math.max(0, index - BESIDE), index + BESIDE + 1)
      .find((other) => other !== draft && isReported(text, other, { sentence, outlets }))
    const [whom] = draft.content
    return reported === undefined || whom === undefined
      ? draft
      : { ...draft, source: [whom], content: reported.content }
  })
}

/** Whether an outlet reports `other` in this sentence. */
function isReported(
  text: string,
  { source: [who], cue: [cue] }: Draft,
  { sentence, outlets }: { readonly sentence: Span | undefined; readonly outlets: readonly Outlet[] },
): boolean {
  return (
    who !== undefined &&
    cue !== undefined &&
    sentence !== undefined &&
    overlaps(cue, sentence) &&
    !CITING.test(wordsOf(text, cue)) &&
    isOutlet(text, who, outlets)
  )
}
