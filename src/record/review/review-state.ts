import type { StatementDecision, Verdict } from '../decisions.ts'
import type { Id } from '../id.ts'
import { AS_READ, type PersonsValues, type StatementWords, type Translation } from './persons-values.ts'

/** How a statement stands with those who review. */
export type ReviewState = {
  readonly verdict: Verdict
  /** The reading whose text the words are of, and from which comes what persons say nothing of; null before any decision. */
  readonly readingId: Id | null
  readonly values: PersonsValues
}

/** How a statement stands that nobody decided about. */
export const UNTOUCHED: ReviewState = { verdict: 'open', readingId: null, values: AS_READ }

/** How a statement stands after a decision. */
export function stateAfter(decision: StatementDecision | null): ReviewState {
  if (decision === null) return UNTOUCHED
  const { verdict, readingId, values } = decision
  return { verdict, readingId, values }
}

/** What a person changes of a statement; what is not named stays as it is, and null gives a value back to the machine. */
export type StatementChange = {
  readonly verdict?: Verdict
  readonly words?: StatementWords | null
  readonly kind?: PersonsValues['kind']
  readonly act?: PersonsValues['act']
  readonly speaker?: PersonsValues['speaker']
  readonly saidOn?: PersonsValues['saidOn']
  readonly addressee?: PersonsValues['addressee']
  /** A content of null takes the translation away. */
  readonly translation?: { readonly language: string; readonly content: string | null }
  readonly joinedInto?: Id | null
}

/** Which readings a change is made over, and by whom and when. */
export type ChangeOver = {
  /** The reading that last found the statement; null where only a person has it. */
  readonly foundIn: Id | null
  /** The reading of the text that new words are of. */
  readonly readingNow: Id
  readonly by: Translation['by']
  /** UTC. */
  readonly at: string
}

function translationsAfter(
  before: readonly Translation[],
  change: NonNullable<StatementChange['translation']>,
  { by, at }: ChangeOver,
): readonly Translation[] {
  const { language, content } = change
  const others = before.filter((one) => one.language !== language)
  if (content === null) return others
  const made: Translation = { language, content, by, at }
  return before.length === others.length
    ? [...before, made]
    : before.map((one) => (one.language === language ? made : one))
}

/** A person's words hold in the text they are of; so does what was accepted, whatever is read later. */
function readingAfter(before: ReviewState, { words }: StatementChange, { foundIn, readingNow }: ChangeOver): Id {
  if (words !== undefined && words !== null) return readingNow
  const isKept = words === undefined && (before.values.words !== null || before.verdict === 'accepted')
  return (isKept ? before.readingId : foundIn) ?? before.readingId ?? foundIn ?? readingNow
}

/** How a statement stands after a person changed something of it. */
export function changedState(before: ReviewState, change: StatementChange, over: ChangeOver): ReviewState {
  const { verdict, translation, ...changed } = change
  const translations =
    translation === undefined
      ? before.values.translations
      : translationsAfter(before.values.translations, translation, over)
  return {
    verdict: verdict ?? before.verdict,
    readingId: readingAfter(before, change, over),
    values: { ...before.values, ...changed, translations },
  }
}
