import type { Statement } from '../../reading/statement.ts'
import { knownDate } from '../../text/calendar-day.ts'
import { dueTime } from '../../text/due-time.ts'
import { compareEdtf, type Edtf, parseEdtf } from '../../text/edtf-time.ts'
import { wordsOf } from '../../text/span.ts'
import type { SpeakerMatch } from '../actors/match-speaker.ts'
import type { Due } from '../commitments/commitment.ts'
import type { Evidence, Stance } from '../dossier/quoted.ts'
import type { Id } from '../id.ts'
import { MAX_LINE, MAX_WORDS } from '../line-fault.ts'
import { matterWords } from './matter-words.ts'
import { intends } from './undertakings.ts'

/** A statement with the article it stands in. */
export type PlacedReading = {
  /** Null where it is not in the record yet. */
  readonly statementId: Id | null
  readonly statement: Statement
  /** The article's text, which the statement's spans are of. */
  readonly text: string
  /** What the article is about: `matterWords` of its text, made once an article. */
  readonly articleWords: ReadonlyMap<string, string>
  /** The article as evidence names it. */
  readonly article: string
  /** EDTF; null where it is not known. */
  readonly published: string | null
}

/** What a statement tells, before it is compared with what is on the record. */
export type Told = {
  readonly reading: PlacedReading
  /** The words attributed, as printed. */
  readonly printed: string
  /** The same on one line. */
  readonly content: string
  /** Who says it, in the text's words, without an article: "mission". */
  readonly source: string
  /** The words that attribute. */
  readonly cue: string
  /** Source and cue, in this order. */
  readonly attribution: string
  /** What cue and content are about. */
  readonly words: ReadonlyMap<string, string>
  /** When it was said, else when it was printed. */
  readonly date: Edtf | null
}

/** Longer contents tell of more than one time. */
const LOOKED_AT_FOR_DUE = 1_000

function edtfOrNull(edtf: string | null): Edtf | null {
  const parsed = edtf === null ? null : parseEdtf(edtf)
  return parsed?.ok === true ? parsed.time : null
}

/** Takes a statement's words out of its text. */
export function toldBy(reading: PlacedReading): Told {
  const { statement, text, published } = reading
  const inText = (spans: Statement['content']) => spans.map((span) => wordsOf(text, span))
  const printed = inText(statement.content).join(' … ')
  const content = printed.replace(/\s+/gu, ' ').trim()
  return {
    reading,
    printed,
    content,
    source: inText(statement.source)
      .join(' ')
      .replace(/^(?:the|an?) /iu, '')
      .replace(/[\s,]+$/u, ''),
    cue: inText(statement.cue).join(' '),
    attribution: [...inText(statement.source), ...inText(statement.cue)].join(' '),
    words: matterWords([...inText(statement.cue), content].join(' ')),
    date: edtfOrNull(statement.saidOn) ?? edtfOrNull(published),
  }
}

/** What stands for a source and names nobody: "that", "people"; "who" and "which" stand beside whoever they mean. */
const NOBODY = /^(?:that|this|these|those|it|one|some|others?|people|you|\W*)$/iu

/** Whether the text says who says it, be it in words that name nobody: "the candidate's aides". */
export function isSomebodys({ reading: { statement }, source }: Told): boolean {
  return statement.speaker !== null || !NOBODY.test(source)
}

/** Cue and content: where it is said what becomes of something. */
export function deedWords({ cue, content }: Told): string {
  return `${cue} ${content}`
}

/** Whether it says what it, or whoever it speaks for, means to do. */
export function intendsIn({ reading: { statement }, cue, content, source }: Told): boolean {
  return intends(content, { cue, kind: statement.kind, source })
}

/** By when, by the content's words; null where they do not say, or tell of a day that had passed. */
export function dueIn({ content, date }: Told): Due | null {
  const said = date?.kind === 'date' ? knownDate(date.edtf) : null
  const due = dueTime(content.slice(0, LOOKED_AT_FOR_DUE), said)
  if (due === null) return null
  const time = edtfOrNull(due.edtf)
  const isOver = time !== null && date !== null && compareEdtf(time, date) === 'before'
  return isOver ? null : { date: time, words: due.words }
}

/** The content as one line that a person may shorten. */
export function lineOf({ content }: Told): string {
  return content.slice(0, MAX_LINE).toWellFormed()
}

/** The statement as evidence. */
export function evidenceOf({ reading, printed }: Told, speaker: SpeakerMatch, stance: Stance): Evidence {
  const { statement, statementId, article } = reading
  return {
    article,
    words: printed.slice(0, MAX_WORDS).toWellFormed(),
    statementId,
    speakerId: speaker.kind === 'certain' ? speaker.match.actorId : null,
    saidOn: edtfOrNull(statement.saidOn),
    via: statement.chain.map(({ name }) => name),
    isPrimary: false,
    stance,
  }
}
