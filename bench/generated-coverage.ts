import { createHash } from 'node:crypto'
import type { Statement } from '../src/reading/statement.ts'
import type { Coverage } from '../src/record/coverage.ts'
import type { Span } from '../src/text/span.ts'

/** Mulberry32: small, fast, and the same numbers on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const SYLLABLES = [
  'ba',
  'con',
  'der',
  'el',
  'fa',
  'gre',
  'hin',
  'is',
  'jor',
  'ka',
  'lu',
  'men',
  'no',
  'or',
  'pri',
  'sta',
]
const VOCABULARY = 60_000
const SPEAKERS = 4_000
const HAN = 3_000
const HAN_FIRST = 0x4e00

/** The nth word of an invented language; low numbers are its common words. */
export function wordNumber(n: number): string {
  let rest = n + 1
  let word = ''
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return word
}

/** A number below `size`, the nth about 1/n as often as the first, as words are in any language. */
export function zipf(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** random()) - 1)
}

const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`

/** A speaker's full name. */
export function speakerNumber(n: number): string {
  return `${capital(wordNumber(n % 200))} ${capital(wordNumber(n + 1_000))}`
}

/** Two to four Chinese characters, as a person would search for. */
export function hanNumber(n: number): string {
  return [0, 1, 2]
    .slice(0, 2 + (n % 2))
    .map((k) => String.fromCodePoint(HAN_FIRST + ((n * 7 + k * 131) % HAN)))
    .join('')
}

function sentence(random: () => number, words: number): string {
  const row = Array.from({ length: words }, () => wordNumber(zipf(random, VOCABULARY)))
  return `${capital(row.join(' '))}.`
}

function chinese(random: () => number, letters: number): string {
  const clauses = Array.from({ length: Math.ceil(letters / 12) }, () =>
    Array.from({ length: 6 }, () => hanNumber(zipf(random, HAN))).join(''),
  )
  return `${clauses.join('，')}。`
}

/** What stands beside every third name: mostly its bearer's own office, once in a hundred times somebody else's. */
function roleOf(speaker: number, turn: number): string | null {
  if (turn % 3 > 0) return null
  const office = turn % 297 === 0 ? 'captain of the' : 'minister for'
  return `${office} ${wordNumber(speaker % 300)}`
}

/** A paragraph in which somebody says something. @param turn a number for each */
function saying(
  random: () => number,
  start: number,
  turn: number,
): { readonly text: string; readonly statement: Statement } {
  const speaker = zipf(random, SPEAKERS)
  const name = speakerNumber(speaker)
  const content = `“${sentence(random, 20)}”`
  const text = `${name} said: ${content} ${sentence(random, 12)}`
  const span = (from: number, words: string): Span => [start + from, start + from + words.length]
  const mention = span(0, name)
  return {
    text,
    statement: {
      source: [mention],
      cue: [span(name.length + 1, 'said')],
      content: [span(name.length + 7, content)],
      kind: 'direct',
      act: 'assert',
      confidence: 0.9,
      speaker: { name, mention, role: roleOf(speaker, turn) },
      candidates: [],
      addressee: null,
      occasion: null,
      chain: [],
      saidOn: null,
      figures: [],
    },
  }
}

/** How many statements an article has, and paragraphs without one; about 560 words, as the news articles we measured. */
const STATEMENTS = 12
const PLAIN_PARAGRAPHS = 5

/** The nth generated article; every tenth is partly in Chinese. Its bytes are its text. */
export function generatedCoverage(n: number): Coverage {
  const random = seededRandom(n + 1)
  const headline = sentence(random, 9).slice(0, -1)
  const statements: Statement[] = []
  let text = n % 10 === 0 ? chinese(random, 400) : sentence(random, 40)
  for (let at = 1; at < STATEMENTS + PLAIN_PARAGRAPHS; at += 1) {
    text += '\n\n'
    if (at > STATEMENTS) text += sentence(random, 40)
    else {
      const said = saying(random, text.length, n * STATEMENTS + at)
      statements.push(said.statement)
      text += said.text
    }
  }
  const bytes = Buffer.from(`${headline}\n\n${text}`)
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType: 'text/plain',
    url: null,
    received: null,
    name: `article-${n}.txt`,
    article: {
      headline,
      byline: speakerNumber(zipf(random, SPEAKERS)),
      outlet: capital(wordNumber(n % 40)),
      published: '2026-03-01',
      language: 'en',
      url: null,
      text,
      timeCodes: [],
    },
    reading: { reader: { name: 'generated', version: '1' }, statements, names: [] },
  }
}
