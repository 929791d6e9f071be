import type { Span } from '../text/span.ts'
import { CONFIDENCE, type Draft } from './draft.ts'
import { figuresIn } from './figures.ts'
import { kindOf } from './kind.ts'
import { isReadInFull } from './language.ts'
import { nameMentionsOf } from './name-mentions.ts'
import { readEnglish, readMarks } from './read-english.ts'
import { type Names, namesOf, speakerOf } from './speakers.ts'
import type { Reading, Statement } from './statement.ts'
import { addresseeOf, chainOf, occasionOf, outletsIn } from './surroundings.ts'
import { unitsOf } from './unit.ts'

/** What is known about a text besides its words; all of it optional knowledge, null where not known. */
export type ReadingOptions = {
  /** BCP 47; null lets the reader look at the words. */
  readonly language: string | null
  /** EDTF; lets "on Tuesday" become a date. */
  readonly published: string | null
  readonly outlet: string | null
}

/**
 * Finds every attributed statement of `text`: by rules in English, by quotation marks alone in other languages.
 *
 * @param text any string at all; taken verbatim, offsets are UTF-16 code units into it
 * @returns statements in the order in which their first words stand in the text
 * Cost: O(length of text).
 */
export async function readStatements(text: string, options: ReadingOptions): Promise<readonly Statement[]> {
  return (await readText(text, options)).statements
}

/** Reads `text` whole: its statements, and the names it gives. */
export async function readText(text: string, { language }: ReadingOptions): Promise<Reading> {
  const units = unitsOf(text)
  const drafts = isReadInFull(text, language) ? readEnglish(text, units) : readMarks(text, units)
  const names = namesOf(text)
  const quoted = units.flatMap(({ tokens }) => tokens.flatMap(({ quotation }) => quotation?.spans ?? []))
  const statements = finished(text, drafts, { names, quoted })
  return { reader: { name: 'rules', version: '1' }, statements, names: nameMentionsOf(text, names, statements) }
}

/** What the drafts of one text share; `quoted` has the spans of its outermost quotations, in order. */
type Context = { readonly names: Names; readonly quoted: readonly Span[] }

/** Gives each draft its kind, its speaker, and what surrounds it. */
function finished(text: string, drafts: readonly Draft[], { names, quoted }: Context): readonly Statement[] {
  const outlets = outletsIn(text, names)
  return drafts.map((draft, index) => {
    const { source, cue, content, act, rule } = draft
    return {
      source,
      cue,
      content,
      kind: kindOf(text, content, quoted),
      act,
      confidence: CONFIDENCE[rule],
      ...speakerOf(text, source, names),
      addressee: addresseeOf(text, draft, names),
      occasion: occasionOf(text, draft),
      chain: chainOf(text, draft, { drafts: drafts.slice(Math.max(0, index - 3), index + 4), names, outlets }),
      saidOn: null,
      figures: figuresIn(text, content),
    }
  })
}
