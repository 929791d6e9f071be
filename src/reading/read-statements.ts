import { type Quotation, quotationsOf } from '../text/quotation-marks.ts'
import { sentencesOf } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { actOf } from './acts.ts'
import { addresseeOf } from './addressee.ts'
import { chainsOf } from './chain.ts'
import { withCited } from './cited-sources.ts'
import { cueClauseOf } from './cue-clause.ts'
import type { Draft } from './draft.ts'
import { figuresIn } from './figures.ts'
import { withInner } from './inner-statements.ts'
import { kindOf } from './kind.ts'
import { isReadInFull } from './language.ts'
import { markedQuotations } from './marked-quotations.ts'
import { attributionsOf } from './model/attributions.ts'
import type { ReadingModel } from './model/reading-model.ts'
import { nameMentionsOf } from './name-mentions.ts'
import { type Names, namesOf } from './names.ts'
import { occasionOf } from './occasion.ts'
import { type Outlet, outletsIn } from './outlets.ts'
import { saidOn } from './said-on.ts'
import { type Actors, actorsOf } from './speakers/actors.ts'
import { speakersOf } from './speakers/speakers-of.ts'
import type { Reading, Statement } from './statement.ts'
import { wholeQuotations } from './whole-quotations.ts'

/** What is known about a text besides its words; all of it optional knowledge, null where not known. */
export type ReadingOptions = {
  /** BCP 47; null lets the reader look at the words. */
  readonly language: string | null
  /** EDTF; lets "on Tuesday" become a date. */
  readonly published: string | null
  /** The article's own; "told the Courier" may mean it. */
  readonly outlet: string | null
  /** Finds source, cue and content in English. */
  readonly model: ReadingModel
}

/**
 * Finds every attributed statement of `text`: with the model in English, by quotation marks alone in other languages.
 *
 * @param text any string at all; taken verbatim, offsets are UTF-16 code units into it
 * @returns statements in the order in which their first words stand in the text
 * Cost: linear in the length of `text`.
 */
export async function readStatements(text: string, options: ReadingOptions): Promise<readonly Statement[]> {
  return (await readText(text, options)).statements
}

/**
 * Counts up with every change of the rules, or of how the model is run, by which the same text is read otherwise: it
 * stands in the changelog too.
 */
const RULES = '3'

/** The reader that goes by quotation marks alone. */
const MARKS = { name: 'marks', version: RULES }

/** Reads `text` whole: its statements, and the names it gives. */
export async function readText(text: string, { language, published, outlet, model }: ReadingOptions): Promise<Reading> {
  const quotations = quotationsOf(text)
  const isRead = isReadInFull(text, language)
  const quoted = quotations.flatMap(({ spans, depth }) => (depth === 0 ? spans : []))
  const names = namesOf(text)
  const actors = actorsOf(text, names)
  const around = {
    actors,
    quotations,
    quoted,
    published,
    outlets: outletsIn(text, outlet),
    sentences: sentencesOf(text),
  }
  const drafts = isRead
    ? allDrafts(text, wholeQuotations(await attributionsOf(text, model), quotations), { ...around, names })
    : markedQuotations(text, quotations)
  const statements = finished(text, drafts, around)
  return {
    reader: isRead ? { name: model.settings.name, version: `${model.version}.${RULES}` } : MARKS,
    statements,
    names: nameMentionsOf(text, actors),
  }
}

/** What one text holds besides its statements. */
type Surroundings = {
  readonly actors: Actors
  readonly quotations: readonly Quotation[]
  /** The spans of the outermost quotations, in order. */
  readonly quoted: readonly Span[]
  /** EDTF. */
  readonly published: string | null
  readonly outlets: readonly Outlet[]
  /** Its sentences, in order. */
  readonly sentences: readonly Span[]
}

/** What the model finds, and what the form of its statements tells besides: who is cited, what stands inside. */
function allDrafts(
  text: string,
  drafts: readonly Draft[],
  { names, ...around }: Surroundings & { readonly names: Names },
): readonly Draft[] {
  return withInner(text, withCited(text, drafts, around), names.all)
}

/** Where the first word of a draft stands. */
function startOf({ source, cue, content }: Draft): number {
  return Math.min(...[source[0], cue[0], content[0]].map((span) => span?.[0] ?? Number.POSITIVE_INFINITY))
}

/** Gives each draft its kind, its speaker, and what surrounds it, in the order of the text. */
function finished(
  text: string,
  drafts: readonly Draft[],
  { actors, quotations, quoted, published, outlets, sentences }: Surroundings,
): readonly Statement[] {
  const ordered = drafts.toSorted((a, b) => startOf(a) - startOf(b))
  const speakers = speakersOf(text, ordered, { actors, quotations, sentences })
  const chains = chainsOf(text, ordered, { outlets, sentences, speakers: speakers.map(({ speaker }) => speaker) })
  return ordered.map((draft, index) => {
    const clause = cueClauseOf(text, draft, sentences)
    return {
      source: draft.source,
      cue: draft.cue,
      content: draft.content,
      kind: kindOf(text, draft.content, quoted),
      act: actOf(text, draft),
      confidence: draft.confidence,
      speaker: speakers[index]?.speaker ?? null,
      candidates: speakers[index]?.candidates ?? [],
      addressee: addresseeOf(text, draft, actors),
      occasion: occasionOf(text, draft, clause),
      chain: chains[index] ?? [],
      saidOn: clause === null ? null : saidOn(clause, published),
      figures: figuresIn(text, draft.content),
    }
  })
}
