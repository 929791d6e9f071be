import type { Reading, Statement } from './statement.ts'

/** What is known about a text besides its words; all of it optional knowledge, null where not known. */
export type ReadingOptions = {
  /** BCP 47; null lets the reader look at the words. */
  readonly language: string | null
  /** EDTF; lets "on Tuesday" become a date. */
  readonly published: string | null
  readonly outlet: string | null
}

/**
 * Finds every attributed statement of `text`.
 *
 * @param text any string at all; taken verbatim, offsets are UTF-16 code units into it
 * @returns statements in the order in which their first words stand in the text
 */
export async function readStatements(_text: string, _options: ReadingOptions): Promise<readonly Statement[]> {
  return []
}

/** Reads `text` whole: its statements, and the names it gives. */
export async function readText(text: string, options: ReadingOptions): Promise<Reading> {
  return { reader: { name: 'rules', version: '1' }, statements: await readStatements(text, options), names: [] }
}
