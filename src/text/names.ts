import type { Span } from './span.ts'
import { wordSet } from './word-set.ts'

/** A proper name as printed. */
export type Name = {
  /** The name without what stands before it (Ms, Foreign Minister) and without a possessive 's. */
  readonly span: Span
  /** "Ms", "Foreign Minister": as printed before the name, else null. */
  readonly title: Span | null
}

/** Words that lead to a name and are no part of it; small and without dots. */
const HONORIFICS = wordSet('mr mrs ms miss mx dr sir dame lord lady herr frau mme mlle madame monsieur')
const ROLES = wordSet(
  'president minister premier chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor judge justice king queen prince princess pope cardinal archbishop bishop rabbi imam sheikh ayatollah rev reverend father sister general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral commissioner ambassador speaker inspector ceo cfo coo mp mep chairman chairwoman chair director professor prof spokesman spokeswoman spokesperson minister-president attorney commander chief',
)
/** Small words inside a person's name. */
const PARTICLES = wordSet(
  "van von der den de del della di da du dos das la le el al bin ibn binti ben bint abu ter ten zu y e 't",
)
/** Small words inside an organisation's name. */
const ORG_CONNECTORS = wordSet('of for and & the on')
/** Capitalised at the start of a sentence, never a name there. */
const FUNCTION_WORDS = wordSet(
  'a an the this that these those he she it they we i you his her their its our my your who what when where why how which if as at by for from in into of on to with without about after before during since until under over between among against through and but or nor so yet yes no not never also still then there here now today yesterday tomorrow meanwhile however according while although though because once some many most more much both each every all any few several other others another one two three four five six seven eight nine ten last next earlier later monday tuesday wednesday thursday friday saturday sunday asked reporters officials critics despite instead whatever perhaps even just only than like let dear',
)
/** One of them in a name tells that it is no person's. */
const ORGANISATION_WORDS = wordSet(
  'agency alliance army assembly association authority bank board bureau cabinet centre center chamber church club coalition college commission committee company congress corporation corp council court department embassy federation forum foundation fund government group groups guard hospital house inc institute institution international league ltd ministry mission movement nations network news office organisation organization parliament party police press radio republic school secretariat senate service society states street television times today tribunal union united university watch white post journal herald gazette daily weekly tribune guardian observer reuters',
)

const TOKEN = /(?:\p{Lu}\.)+(?:-\p{Lu}\.)*|[\p{L}\p{M}\p{N}]+(?:['’.‑·-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|&/gu
const NAME_WORD = /^(?:\p{Lu}|(?:al|el|ad|as|at|an|ash|d|l)['’-]\p{Lu})/u
const POSSESSIVE = /['’]s?$/u
/** A longer run of capitals is a headline or a shout. */
const MAX_WORDS = 8

type Token = { readonly word: string; readonly start: number; readonly end: number }

const small = (word: string) => word.toLowerCase().replace(/\.$/, '')

/** Whether two tokens stand close enough for one name: a space, or the stop of "Mr." and "St." */
function joined(text: string, left: Token, right: Token): boolean {
  const gap = right.start - left.end
  if (gap > 2) return false
  const between = text.slice(left.end, right.start)
  return (
    /^[ \u00a0]$/.test(between) ||
    (/^\.[ \u00a0]$/.test(between) &&
      /^(?:St|Ft|Mt|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Prof|Rev|Jr|Sr)$/.test(left.word))
  )
}

/** Cuts a run of tokens into title and name; null where nothing is left of it. */
function nameOf(run: readonly Token[]): Name | null {
  let from = 0
  while (from < run.length && FUNCTION_WORDS.has(small(run[from]?.word ?? ''))) from += 1
  let to = run.length
  while (to > from && !NAME_WORD.test(run[to - 1]?.word ?? '')) to -= 1
  const kept = run.slice(from, to)
  const isTitle = ({ word }: Token) => HONORIFICS.has(small(word)) || ROLES.has(small(word))
  const lastTitle = kept.findLastIndex(isTitle)
  const nameFrom =
    lastTitle >= 0 && lastTitle < kept.length - 1 && !ORG_CONNECTORS.has(small(kept[lastTitle + 1]?.word ?? ''))
      ? lastTitle + 1
      : 0
  const [title, name] = [kept.slice(0, nameFrom), kept.slice(nameFrom)]
  const [first, last] = [name[0], name.at(-1)]
  if (first === undefined || last === undefined || (name.length === 1 && isTitle(first))) return null
  const end = last.end - (POSSESSIVE.exec(last.word)?.[0].length ?? 0)
  return { span: [first.start, end], title: title[0] ? [title[0].start, title.at(-1)?.end ?? first.start] : null }
}

/**
 * Finds the proper names of `text` by their capitals: with titles ("Foreign Minister Wang Yi"), particles
 * ("Anna van der Berg", "al-Masri"), initials and the small words of organisations ("Ministry of Health").
 *
 * @returns in order, not overlapping; scripts without capitals give none
 * Cost: O(length of text).
 */
export function namesIn(text: string): readonly Name[] {
  const names: Name[] = []
  let run: Token[] = []
  const flush = () => {
    const name = run.length > 0 && run.length <= MAX_WORDS ? nameOf(run) : null
    if (name !== null) names.push(name)
    run = []
  }
  for (const found of text.matchAll(TOKEN)) {
    const token = { word: found[0], start: found.index, end: found.index + found[0].length }
    const last = run.at(-1)
    const isParted = last !== undefined && (!joined(text, last, token) || /['’]s$/u.test(last.word))
    if (isParted || (NAME_WORD.test(token.word) && FUNCTION_WORDS.has(small(token.word)))) flush()
    const isName = NAME_WORD.test(token.word)
    const inside =
      run.length > 0 && (PARTICLES.has(token.word) || (ORG_CONNECTORS.has(token.word) && isOrganisation(run)))
    if (isName || inside) run.push(token)
    else flush()
    // A first word that only starts a sentence must not swallow the name after it.
    if (run.length === 1 && FUNCTION_WORDS.has(small(token.word))) run = []
  }
  flush()
  return names
}

function isOrganisation(run: readonly Token[]): boolean {
  return run.some(({ word }) => ORGANISATION_WORDS.has(small(word)))
}

/** Whether `name` (as printed, without title) can be a person's full name: two words or more, none of an organisation. */
export function isFullName(name: string): boolean {
  const parts = name.split(/[\s\u00a0]+/)
  return (
    parts.length >= 2 &&
    parts.length <= 6 &&
    parts.every((part) => (NAME_WORD.test(part) || PARTICLES.has(part)) && !ORGANISATION_WORDS.has(small(part))) &&
    parts.some((part) => part !== part.toUpperCase() || part.length < 2)
  )
}

/** Whether `name` tells by itself that it is an organisation's: "Ministry of Health", "NATO". */
export function isOrganisationName(name: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(name) || name.split(/\s/).some((part) => ORGANISATION_WORDS.has(small(part)))
}

/** What a full name is called by later: its last word with the particles before it, in small letters. */
export function surnameOf(name: string): string {
  const parts = name.split(/[\s\u00a0]+/).filter((part) => !/^(?:Jr|Sr|I{2,3}|IV)\.?$/.test(part))
  return (parts.at(-1) ?? name).toLowerCase().replaceAll('’', "'")
}
