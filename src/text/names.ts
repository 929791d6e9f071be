import { isCommonWord } from './common-words.ts'
import { genderOfFirstName } from './first-names.ts'
import {
  FUNCTION_WORDS,
  HONORIFICS,
  isPeopleWord,
  isPlaceName,
  ORG_CONNECTORS,
  ORGANISATION_WORDS,
  PARTICLES,
  POSTNOMINALS,
  ROLES,
} from './name-words.ts'
import { type Span, wordsOf } from './span.ts'

/** A proper name as printed. */
export type Name = {
  /** The name without what stands before it (Ms, Foreign Minister) and without a possessive 's. */
  readonly span: Span
  /** "Ms", "Foreign Minister": as printed before the name, else null. */
  readonly title: Span | null
}

const TOKEN = /(?:\p{Lu}\.)+(?:-\p{Lu}\.)*|[\p{L}\p{M}\p{N}]+(?:['’.‑·-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|&/gu
const NAME_WORD = /^(?:\p{Lu}|(?:al|el|ad|as|at|an|ash|d|l)['’-]\p{Lu})/u
const POSSESSIVE = /['’]s?$/u
const ABBREVIATION = /^(?:St|Ft|Mt|Mrs?|Ms|Drs?|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Sgt|Prof|Rev|Jr|Sr)$/
const GENERATION = /^(?:Jr|Sr|I{2,3}|IV)$/
/** A longer run of capitals is a headline or a shout. */
const MAX_WORDS = 8
/** A line is printed like a headline where so many of its long words have a capital. */
const HEADLINE = { share: 0.7, leastWords: 4, mostWords: 25, longWord: 4 }

const small = (word: string) => word.toLowerCase().replace(/\.$/, '')

type Token = {
  readonly word: string
  readonly start: number
  readonly end: number
  /** Whether a capital is due here, name or not: the first word of a sentence, a quotation or a line. */
  readonly isFirst: boolean
}

const NUMBERS = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/i

/** Whether a word with a capital is no name. WHO is one, and "the Seven Rivers" too, but at the head of a sentence. */
function isFunctionWord({ word, isFirst }: Token): boolean {
  return word !== 'WHO' && FUNCTION_WORDS.has(small(word)) && (isFirst || !NUMBERS.test(word))
}

const isTitle = ({ word }: Token) =>
  HONORIFICS.has(small(word)) ||
  small(word)
    .split('-')
    .some((part) => ROLES.has(part))

/** Whether what stands between two words, or before the first, ends a sentence or opens a quotation. */
function startsSentence(between: string, before: string): boolean {
  return /[!?:;\n“"•*|]/.test(between) || (/\.["”’)\s]/.test(between) && !ABBREVIATION.test(before))
}

/** The words of `text`, line by line; a line ends at "\n". */
function linesOf(text: string): readonly (readonly Token[])[] {
  const lines: Token[][] = []
  let line: Token[] = []
  let before: Token | undefined
  for (const found of text.matchAll(TOKEN)) {
    const start = found.index
    const between = text.slice(Math.max(before?.end ?? 0, start - 8), start)
    const isNewLine = before === undefined || between.includes('\n')
    const isFirst = isNewLine || startsSentence(between, before?.word ?? '')
    if (isNewLine && line.length > 0) {
      lines.push(line)
      line = []
    }
    before = { word: found[0], start, end: start + found[0].length, isFirst }
    line.push(before)
  }
  lines.push(line)
  return lines
}

/** Whether a line is one. A sentence that ends in a full stop is none, however many names it holds. */
function isHeadline(text: string, line: readonly Token[]): boolean {
  if (text.charAt(line.at(-1)?.end ?? 0) === '.') return false
  if (line.length < HEADLINE.leastWords || line.length > HEADLINE.mostWords) return false
  const long = line.filter(({ word }) => word.length >= HEADLINE.longWord)
  const capital = long.filter(({ word }) => NAME_WORD.test(word))
  return capital.length >= HEADLINE.leastWords && capital.length >= HEADLINE.share * long.length
}

/** Tells words that have a capital only because of where they stand. */
class Capitals {
  readonly #small = new Set<string>()
  readonly #names = new Set<string>()

  constructor(text: string, lines: readonly (readonly Token[])[]) {
    for (const line of lines) {
      const headline = isHeadline(text, line)
      for (const { word, isFirst } of line) {
        if (!NAME_WORD.test(word)) this.#small.add(word)
        else if (!headline && !isFirst) this.#names.add(word)
      }
    }
  }

  /** Whether a word is printed small elsewhere, or is common or an adverb, and is no name anywhere. */
  areDue(token: Token): boolean {
    const { word } = token
    const lower = small(word)
    if (isFunctionWord(token)) return true
    if (this.#names.has(word) || genderOfFirstName(word) !== null || ROLES.has(lower) || isPlaceName(word)) return false
    return this.#small.has(lower) || isCommonWord(lower) || lower.endsWith('ly')
  }
}

/** Whether two tokens stand close enough for one name: a space, or the stop of "Mr." and "St." */
function joined(text: string, left: Token, right: Token): boolean {
  const gap = right.start - left.end
  if (gap > 2) return false
  const between = text.slice(left.end, right.start)
  return /^[ \u00a0]$/.test(between) || (/^\.[ \u00a0]$/.test(between) && ABBREVIATION.test(left.word))
}

/** How many words of `kept`, which starts with a name's title or the name itself, are its title. */
function titleLength(kept: readonly Token[]): number {
  const last = kept.findLastIndex(isTitle)
  if (last < 0 || last === kept.length - 1) return leadingPeople(kept)
  const next = kept[last + 1]?.word ?? ''
  if (GENERATION.test(next) || ORGANISATION_WORDS.has(small(next))) return 0
  if (last > 0 && genderOfFirstName(kept[0]?.word ?? '') !== null) return 0
  if (!ORG_CONNECTORS.has(small(next))) return last + 1
  // "Secretary of State | Colin Powell", "Director of National Intelligence | James Clapper"
  const office = last + 3
  const first = kept.findIndex(({ word }, at) => at >= office && genderOfFirstName(word) !== null)
  return first >= 0 ? first : office
}

/** "Republican | Donald Trump": a party or nation before a first name. */
function leadingPeople(kept: readonly Token[]): number {
  const [first, second] = kept
  return kept.length > 2 && first && second && isPeopleWord(first.word) && genderOfFirstName(second.word) ? 1 : 0
}

/** Cuts a run of tokens into title and name; null where nothing is left of it. */
function nameOf(text: string, run: readonly Token[], capitals: Capitals): Name | null {
  let from = 0
  const hasTitle = run.slice(0, -1).some(isTitle)
  const leads = (token: Token) =>
    isFunctionWord(token) || (!hasTitle && (token.isFirst || from > 0) && capitals.areDue(token))
  while (from < run.length && leads(run[from] as Token)) from += 1
  let to = run.length
  const trails = ({ word }: Token, at: number) => at - from >= 2 && POSTNOMINALS.has(word)
  const isNone = (token: Token) => !NAME_WORD.test(token.word) || isFunctionWord(token)
  while (to > from && (isNone(run[to - 1] as Token) || trails(run[to - 1] as Token, to - 1))) to -= 1
  const kept = run.slice(from, to)
  const nameFrom = titleLength(kept)
  const [title, name] = [kept.slice(0, nameFrom), kept.slice(nameFrom)]
  const [first, last] = [name[0], name.at(-1)]
  if (first === undefined || last === undefined || (name.length === 1 && isTitle(first))) return null
  const stop = GENERATION.test(last.word) && text.charAt(last.end) === '.' ? 1 : 0
  const end = last.end + stop - (POSSESSIVE.exec(last.word)?.[0].length ?? 0)
  return { span: [first.start, end], title: title[0] ? [title[0].start, title.at(-1)?.end ?? first.start] : null }
}

/** Whether the small word `word` may go on with the name that `run` begins. */
function goesOn(run: readonly Token[], word: string): boolean {
  if (run.length === 0) return false
  if (PARTICLES.has(word)) return true
  if (!ORG_CONNECTORS.has(word)) return false
  return run.some((token) => ORGANISATION_WORDS.has(small(token.word))) || (word === 'of' && run.some(isTitle))
}

/**
 * Finds the proper names of `text` by their capitals: with titles ("Foreign Minister Wang Yi"), particles
 * ("Anna van der Berg", "al-Masri"), initials and the small words of organisations ("Ministry of Health").
 * Where capitals are due anyway, at the start of a sentence and in headlines, words that are small elsewhere are none.
 *
 * @returns in order, not overlapping; scripts without capitals give none
 * Cost: O(length of text).
 */
export function namesIn(text: string): readonly Name[] {
  const lines = linesOf(text)
  const capitals = new Capitals(text, lines)
  const body = lines.flatMap((line) => (isHeadline(text, line) ? [] : runsOf(text, line)))
  const found = body.flatMap((run) => nameOf(text, run, capitals) ?? [])
  const known = new Set(found.map(({ span }) => wordsOf(text, span)))
  const names = found.map((name) => withoutStrayWord(text, name, known))
  const inHeadlines = lines
    .filter((line) => isHeadline(text, line))
    .flatMap((line) => runsOf(text, line, (token) => !capitals.areDue(token)))
    .flatMap((run) => knownNames(text, run, known) ?? nameOf(text, run, capitals) ?? [])
  return [...names, ...inHeadlines].sort((a, b) => a.span[0] - b.span[0])
}

/** "Miss Universe | Ana Lee": a word before a first name goes where the text gives the name without it too. */
function withoutStrayWord(text: string, name: Name, known: ReadonlySet<string>): Name {
  const [, stray = '', tail = '', first = ''] = /^(\S+)\s((\S+)\s.*)$/s.exec(wordsOf(text, name.span)) ?? []
  const isStray = known.has(tail) && genderOfFirstName(first) !== null && genderOfFirstName(stray) === null
  return isStray ? { ...name, span: [name.span[1] - tail.length, name.span[1]] } : name
}

/** The runs of words of `line` that may be a name each, `isName` willing. */
function runsOf(text: string, line: readonly Token[], isName: (token: Token) => boolean = () => true) {
  const runs: Token[][] = [[]]
  for (const token of line) {
    let run = runs.at(-1) ?? []
    const last = run.at(-1)
    const isParted = last !== undefined && (!joined(text, last, token) || /['’]s$/u.test(last.word))
    const isFunction = NAME_WORD.test(token.word) && isFunctionWord(token)
    if (isParted || (isFunction && last !== undefined)) run = begun(runs)
    const belongs = (NAME_WORD.test(token.word) && isName(token)) || goesOn(run, token.word)
    // A first word that only starts a sentence must not swallow the name after it.
    if (belongs && !isFunction) run.push(token)
    else if (run.length > 0) begun(runs)
  }
  return runs.filter(({ length }) => length > 0 && length <= MAX_WORDS)
}

function begun(runs: Token[][]): Token[] {
  const run: Token[] = []
  runs.push(run)
  return run
}

/** The names in a headline's run that the body gives too; null where there is none. Longest first at each word. */
function knownNames(text: string, run: readonly Token[], known: ReadonlySet<string>): readonly Name[] | null {
  const found: Name[] = []
  for (let from = 0; from < run.length; from += 1) {
    for (let to = run.length; to > from; to -= 1) {
      const [first, last] = [run[from], run[to - 1]]
      if (first === undefined || last === undefined) continue
      const span: Span = [first.start, last.end - (POSSESSIVE.exec(last.word)?.[0].length ?? 0)]
      if (!known.has(wordsOf(text, span))) continue
      found.push({ span, title: null })
      from = to - 1
      break
    }
  }
  return found.length > 0 ? found : null
}
