import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import { changeFault } from '../record/review/change-fault.ts'
import { joined, split } from '../record/review/join-and-split.ts'
import { AS_READ, type PersonsValues, type StatementWords, wordsIn } from '../record/review/persons-values.ts'
import { changedState, type ReviewState, type StatementChange, stateAfter } from '../record/review/review-state.ts'
import type { ReviewChange, ReviewedBy } from '../record/review/reviews.ts'
import type { Spoken } from '../record/review/with-values.ts'
import { wordsFault } from '../record/review/words-fault.ts'
import { StoreError } from '../record/store-error.ts'
import { parseEdtf } from '../text/edtf-time.ts'
import { chosenSpeaker } from './chosen-speaker.ts'
import { type NewestText, type OpenStatement, wordsThatStand } from './open-statement.ts'
import { writeDecision } from './write-decision.ts'
import { writeStatementState } from './write-statement-decision.ts'
import type { Writer } from './writer.ts'

/** Runs one decision of a review. */
export function reviewDecision<T>(
  writer: Writer,
  { by, reason }: ReviewedBy,
  write: (decisionId: Id) => Promise<T>,
): Promise<T> {
  return writeDecision(writer, { by, reason, dossierId: null, names: null }, write)
}

/** Writes a statement with a change made. */
async function writeChange(
  writer: Writer,
  decisionId: Id,
  {
    statement,
    text,
    change,
    by,
  }: Changing & { readonly change: StatementChange; readonly by: StatementDecision['by'] },
): Promise<Id> {
  const last = statement.decisions.at(-1) ?? null
  const over = { foundIn: statement.foundIn, readingNow: text.readingId, by, at: writer.now }
  const state = changedState(stateAfter(last), change, over)
  await writeStatementState(writer, decisionId, {
    statementId: statement.id,
    state: { ...state, readingId: state.readingId ?? text.readingId },
    supersedes: last?.id ?? null,
    dossierId: null,
    undoes: null,
    addedTo: null,
  })
  return statement.id
}

type Changing = { readonly statement: OpenStatement; readonly text: NewestText }

function assertWords(text: NewestText, words: StatementWords): void {
  const fault = wordsFault(text.searched.text, words)
  if (fault !== null) throw new StoreError('refused', `${fault}; nothing was decided`)
}

/** Changes what is said of one statement. */
export async function changeOne(
  writer: Writer,
  { statement, text, change }: Changing & { readonly change: ReviewChange },
  who: ReviewedBy,
): Promise<readonly Id[]> {
  const { speaker, ...others } = change
  const fault = changeFault(others)
  if (fault !== null) throw new StoreError('refused', `${fault}; nothing was decided`)
  if (others.words !== undefined && others.words !== null) assertWords(text, others.words)
  if (others.words === null && statement.foundIn === null)
    throw new StoreError('refused', 'no machine read this statement: it has no other words to go back to')
  return reviewDecision(writer, who, async (decisionId) => {
    const is = speaker === undefined || speaker === null ? null : await chosenSpeaker(writer, decisionId, speaker)
    const said = speaker === undefined ? {} : { speaker: speaker && { is } }
    return [await writeChange(writer, decisionId, { statement, text, change: { ...others, ...said }, by: who.by })]
  })
}

/** Writes a statement of its own. */
async function writeAdded(
  writer: Writer,
  decisionId: Id,
  { text, state }: { readonly text: NewestText; readonly state: Pick<ReviewState, 'verdict' | 'values'> },
): Promise<Id> {
  const { trx, now, newId } = writer
  const id = newId()
  await trx.insertInto('statements').values({ id, article_id: text.articleId, recorded_at: now }).execute()
  await writeStatementState(writer, decisionId, {
    statementId: id,
    state: { ...state, readingId: text.readingId },
    supersedes: null,
    dossierId: null,
    undoes: null,
    addedTo: text.articleId,
  })
  return id
}

/** Adds a statement that no machine read. */
export async function addOne(
  writer: Writer,
  text: NewestText,
  words: StatementWords,
  who: ReviewedBy,
): Promise<readonly Id[]> {
  assertWords(text, words)
  return reviewDecision(writer, who, async (decisionId) => [
    await writeAdded(writer, decisionId, { text, state: { verdict: 'open', values: { ...AS_READ, words } } }),
  ])
}

/** Makes two statements one: the other is rejected as part of the first. */
export async function joinTwo(
  writer: Writer,
  { first, other, text }: { readonly first: OpenStatement; readonly other: OpenStatement; readonly text: NewestText },
  who: ReviewedBy,
): Promise<readonly Id[]> {
  const [one, two] = [await wordsThatStand(writer, first, text), await wordsThatStand(writer, other, text)]
  const words = joined(wordsIn(one.statement), wordsIn(two.statement))
  const { by } = who
  return reviewDecision(writer, who, async (decisionId) => {
    const isPublic = other.decisions.at(-1)?.verdict === 'accepted'
    const part: StatementChange = { verdict: isPublic ? 'withdrawn' : 'rejected', joinedInto: first.id }
    const ids = [await writeChange(writer, decisionId, { statement: first, text, change: { words }, by })]
    await writeChange(writer, decisionId, { statement: other, text, change: part, by })
    return ids
  })
}

/** Makes one statement two: the second is a statement of its own, with all that stands of the first but its words. */
export async function splitOne(
  writer: Writer,
  { statement, text, at }: Changing & { readonly at: number },
  who: ReviewedBy,
): Promise<readonly Id[]> {
  const standing = await wordsThatStand(writer, statement, text)
  const parts = split(standing.statement, at)
  if (parts === null)
    throw new StoreError('refused', 'a statement is split between its first and its last word; nothing was decided')
  for (const part of parts) assertWords(text, part)
  const { verdict } = stateAfter(statement.decisions.at(-1) ?? null)
  return reviewDecision(writer, who, async (decisionId) => {
    const change: StatementChange = { words: parts[0] }
    const first = await writeChange(writer, decisionId, { statement, text, change, by: who.by })
    const state = { verdict, values: valuesStanding(standing, parts[1]) }
    return [first, await writeAdded(writer, decisionId, { text, state })]
  })
}

/** All that stands of a statement as what a person says of another, which no machine read. */
function valuesStanding({ statement, speakerId }: Spoken, words: StatementWords): PersonsValues {
  const { kind, act, saidOn, addressee } = statement
  const day = saidOn === null ? null : parseEdtf(saidOn)
  return {
    ...AS_READ,
    words,
    kind,
    act: { is: act },
    speaker: { is: speakerId },
    saidOn: { is: day?.ok === true ? day.time : null },
    addressee: { is: addressee?.name ?? null },
  }
}
