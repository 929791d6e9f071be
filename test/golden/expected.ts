import type { Span } from '../../src/text/span.ts'
import { type MarkedStatement, markedText } from '../marked-text.ts'

/** What is checked of a statement besides its three parts. */
const PROPERTY_NAMES = ['speaker', 'act', 'chain', 'addressee', 'figures'] as const
type PropertyName = (typeof PROPERTY_NAMES)[number]

/** One line that is expected; `failing` is why the present reader does not get it, null where it must. */
type Line = { readonly line: string; readonly failing: string | null }

export type ExpectedProperty = Line & { readonly name: PropertyName; readonly value: string }

/**
 * A statement that a person found in the text, or words that nobody says and a reader might take for a statement.
 * Spans are UTF-16 offsets into the text.
 */
export type ExpectedStatement = Line &
  MarkedStatement & { readonly said: boolean; readonly properties: readonly ExpectedProperty[] }

/** What a person read in one sample. */
export type Expected = {
  /** The article's fields by name, without its text; null where the page does not give one. */
  readonly fields: Readonly<Record<string, string | null>>
  /** Words of the page that are not the article's. */
  readonly absent: readonly string[]
  readonly statements: readonly ExpectedStatement[]
}

const NOT_SAID = 'no: '

/** A stretch of a line without a gap in it, and how far from there it stands in the text. */
type Stretch = { readonly start: number; readonly end: number; readonly shift: number }

function literally(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** Finds the stretches that `…` separates, each after the one before it. */
function stretchesOf(words: string, text: string): readonly Stretch[] {
  const stretches = [...words.matchAll(/[^…\s](?:[^…]*[^…\s])?/g)]
  const pattern = stretches.map(([stretch]) => `(${literally(stretch)})`).join('[\\s\\S]*?')
  const matches = [...text.matchAll(new RegExp(pattern, 'dg'))]
  if (matches.length !== 1) throw new Error(`stands ${matches.length} times in the text, must be once: ${words}`)
  return stretches.map(({ index, 0: stretch }, at) => {
    const found = matches[0]?.indices?.[at + 1]?.[0] ?? 0
    return { start: index, end: index + stretch.length, shift: found - index }
  })
}

/**
 * Finds a line of expectations in `text`.
 *
 * @param line a stretch of the text in the notation of `marked-text.ts`, one statement;
 *             `…` stands for words left out, `¶` for the start of a new paragraph
 * @throws where the line does not stand in the text exactly once
 */
function placeLine(line: string, text: string): MarkedStatement {
  const { text: words, statements } = markedText(line.replaceAll('¶', '\n\n'))
  const [statement] = statements
  if (statement === undefined || statements.length > 1) throw new Error(`one statement a line: ${line}`)
  const stretches = stretchesOf(words, text)
  const placed = (at: number) => at + (stretches.find(({ end }) => at <= end)?.shift ?? 0)
  const place = ([start, end]: Span): Span => [placed(start), placed(end)]
  const { source, cue, content } = statement
  return { source: source.map(place), cue: cue.map(place), content: content.map(place) }
}

/** Splits "what # why the present reader does not get it". */
function splitLine(raw: string): Line {
  const [line = '', failing] = raw.split(' # ')
  return { line: line.trim(), failing: failing?.trim() ?? null }
}

function parseProperty(raw: string): ExpectedProperty {
  const { line, failing } = splitLine(raw)
  const [key, value = ''] = line.split(/: (.*)/)
  const name = PROPERTY_NAMES.find((known) => known === key)
  if (name === undefined || value === '') throw new Error(`no property of a statement: ${raw}`)
  return { line, failing, name, value }
}

/**
 * Reads a file of expectations: the article's fields one a line, an empty line, the statements one a line, each with
 * its properties indented below it. `README.md` beside this file says how to write one.
 *
 * @param file the file's text
 * @param text the article's text, which the statements are placed in
 */
export function parseExpected(file: string, text: string): Expected {
  const [head = '', body = ''] = file.split(/\n\n([\s\S]*)/)
  const pairs = head.split('\n').map((line) => line.split(/: (.*)/))
  const fields = pairs.filter(([key]) => key !== 'absent')
  const statements: ExpectedStatement[] = []
  for (const raw of body.split('\n').filter((line) => line.trim() !== '')) {
    if (raw.startsWith('  ')) {
      const last = statements.pop()
      if (last === undefined) throw new Error(`a property without a statement: ${raw}`)
      statements.push({ ...last, properties: [...last.properties, parseProperty(raw)] })
    } else {
      const line = splitLine(raw)
      const said = !line.line.startsWith(NOT_SAID)
      const marked = said ? line.line : line.line.slice(NOT_SAID.length)
      statements.push({ ...line, ...placeLine(marked, text), said, properties: [] })
    }
  }
  return {
    fields: Object.fromEntries(fields.map(([key, value = '']) => [key, value === 'null' ? null : value])),
    absent: pairs.filter(([key]) => key === 'absent').map(([, value = '']) => value),
    statements,
  }
}
