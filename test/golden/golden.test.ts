import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/article/read-article.ts'
import { openModel } from '../../src/model/open-model.ts'
import { readStatements } from '../../src/reading/read-statements.ts'
import type { Statement } from '../../src/reading/statement.ts'
import { overlaps, type Span, wordsOf } from '../../src/text/span.ts'
import { type ExpectedProperty, type ExpectedStatement, parseExpected } from './expected.ts'

const model = await openModel('small')

const SAMPLES = join(import.meta.dirname, '../../samples')

/** Marks and white space at the edge of a part: whether they belong to it is a matter of taste, not of reading. */
const EDGE = /[\s.,;:!?()«»“”‘’"'，。：；？！、،؛؟]/

function trimmed(span: Span, text: string): Span {
  let [start, end] = span
  while (start < end && EDGE.test(text.charAt(start))) start++
  while (end > start && EDGE.test(text.charAt(end - 1))) end--
  return [start, end]
}

function sameSpans(a: readonly Span[], b: readonly Span[], text: string): boolean {
  const key = (spans: readonly Span[]) => JSON.stringify(spans.map((span) => trimmed(span, text)))
  return key(a) === key(b)
}

/** The same content; cue and source only have to meet, as annotators draw them longer or shorter. */
function isRead(expected: ExpectedStatement, statement: Statement, text: string): boolean {
  const meet = (a: readonly Span[], b: readonly Span[]) =>
    a.length === 0 || a.some((span) => b.some((other) => overlaps(span, other)))
  return (
    sameSpans(expected.content, statement.content, text) &&
    meet(expected.cue, statement.cue) &&
    meet(expected.source, statement.source)
  )
}

/** The property as the expectations write it. */
function propertyOf(statement: Statement, { name }: ExpectedProperty): string {
  if (name === 'speaker') return statement.speaker?.name ?? 'null'
  if (name === 'act') return statement.act ?? 'null'
  if (name === 'chain') return statement.chain.map((hop) => hop.name).join(' ← ') || 'null'
  if (name === 'addressee') return statement.addressee?.name ?? 'null'
  return (
    statement.figures
      .map((figure) => [figure.comparator, figure.value, figure.unit].filter((part) => part !== null).join(' '))
      .join('; ') || 'null'
  )
}

/** Holds where the line must be met and is, or is known to fail and does. */
function check(line: { readonly line: string; readonly failing: string | null }, met: boolean): void {
  if (line.failing === null) expect(met, `not as expected: ${line.line}`).toBe(true)
  else expect(met, `as expected by now; delete its reason "${line.failing}": ${line.line}`).toBe(false)
}

/** The invented set stands in the folder itself, the one about a real matter in a folder of its own, here as there. */
const SETS = ['', 'visit']
const ARTICLE = /^\d\d-.*\.(?:html|txt)$/

const articlesOf = (set: string) => readdirSync(join(SAMPLES, set)).filter((name) => ARTICLE.test(name))
const names = SETS.flatMap((set) => articlesOf(set).map((name) => join(set, name)))

test.each(SETS)('there are expectations for every sample, and for nothing else: %j', (set) => {
  const wanted = articlesOf(set).flatMap((name) => [`${stem(name)}.expected.txt`, `${stem(name)}.txt`])
  expect(
    readdirSync(join(import.meta.dirname, set))
      .filter((name) => name.endsWith('.txt'))
      .sort(),
  ).toEqual(wanted.sort())
})

function stem(name: string): string {
  return name.replace(/\.\w+$/, '')
}

describe.each(names)('%s', async (name) => {
  const file = (ending: string) => readFileSync(join(import.meta.dirname, stem(name) + ending), 'utf8')
  const text = file('.txt').trimEnd()
  const expected = parseExpected(file('.expected.txt'), text)
  const outcome = await readArticle(readFileSync(join(SAMPLES, name)), { contentType: null, url: null })

  test('the article is what a person reads', () => {
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    const { text: read, timeCodes: _, ...fields } = outcome.article
    expect(read).toBe(text)
    expect(fields).toEqual(expected.fields)
    for (const words of expected.absent) expect(read).not.toContain(words)
  })

  const { language = null, published = null, outlet = null } = expected.fields
  const statements = await readStatements(text, { language, published, outlet, model })

  test.each(expected.statements)('$line', (wanted) => {
    const found = statements.find((statement) => isRead(wanted, statement, text))
    check(wanted, (found !== undefined) === wanted.said)
    if (found !== undefined)
      for (const property of wanted.properties) check(property, propertyOf(found, property) === property.value)
  })

  test('nothing is read beyond what is expected', () => {
    const known = expected.statements.flatMap(({ content }) => content)
    const others = statements.filter(
      ({ content }) => !content.some((span) => known.some((other) => overlaps(span, other))),
    )
    expect(others.map(({ content }) => content.map((span) => wordsOf(text, span)))).toEqual([])
  })
})
