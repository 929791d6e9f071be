import { isFullName, isOrganisationName, type Name, namesIn, surnameOf } from '../text/names.ts'
import { type Span, wordsOf } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { Candidate, Speaker } from './statement.ts'

/** The names of one article, looked up by where they stand and by what they end with. */
export type Names = {
  readonly all: readonly Name[]
  /** By surname in small letters: each full name with that surname, where the text first gives it. */
  readonly bySurname: ReadonlyMap<string, readonly Candidate[]>
}

/** Collects the names of `text`. Cost: O(length of text). */
export function namesOf(text: string): Names {
  const all = namesIn(text)
  const bySurname = new Map<string, Candidate[]>()
  for (const { span } of all) {
    const name = printed(text, span)
    if (!isFullName(name)) continue
    const surname = surnameOf(name)
    const known = bySurname.get(surname) ?? []
    if (!known.some((other) => other.name === name)) bySurname.set(surname, [...known, { name, mention: span }])
  }
  return { all, bySurname }
}

function printed(text: string, span: Span): string {
  return wordsOf(text, span).replace(/\s+/g, ' ')
}

/** The names that stand within `span`, in order. */
export function namesWithin({ all }: Names, span: Span): readonly Name[] {
  return within(all, span, (name) => name.span)
}

/** Who a source is. */
type Resolved = { readonly speaker: Speaker | null; readonly candidates: readonly Candidate[] }

const NOBODY: Resolved = { speaker: null, candidates: [] }

/** What ends the head of a source: "Ana Lee | of the Civic Union", "a lawyer | for Ana Lee", "Ana Lee | (N)". */
const HEAD_ENDS = /^\s?(?:$|[,(—–]|(?:of|for|to|from|with|by|at|in|on|near|who|which|whose|that)\s)/u
/** Words before a name that make it no head: its own head came before. */
const HAS_HEAD = /(?:^|\s)(?:of|for|to|from|with|by|at|in|on|near|and|or|who|that)\s/u
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|mme|m)\.?$/i

/**
 * Who stands behind a source: the name that is its head, or its apposition's ("her lawyer, Ana Lee"). A full name or
 * an organisation's name speaks for itself; a surname only where the article has one full name with it; a pronoun,
 * "a spokesman for Ana Lee" and "Lee and Park" are nobody.
 */
export function speakerOf(text: string, source: readonly Span[], names: Names): Resolved {
  const [span] = source
  const name = span && headName(text, span, names)
  if (span === undefined || name === undefined) return NOBODY
  const words = printed(text, name.span)
  // What stands behind an organisation's name is mostly the next of a list.
  if (isOrganisationName(words)) return { speaker: { name: words, mention: name.span, role: null }, candidates: [] }
  const role = roleOf(text, name, span)
  const bearers = names.bySurname.get(surnameOf(words)) ?? []
  const exact = bearers.find((bearer) => bearer.name === words)
  if (exact !== undefined) return { speaker: { ...exact, role }, candidates: [] }
  const [only, ...others] = words.includes(' ') ? [] : bearers
  if (only === undefined) return NOBODY
  return others.length === 0 ? { speaker: { ...only, role }, candidates: [] } : { speaker: null, candidates: bearers }
}

/** The name that ends the head of a source, or of the first part behind a comma that has one there. */
function headName(text: string, source: Span, names: Names): Name | undefined {
  const within = namesWithin(names, source)
  return within.find(({ span }, at) => {
    if (!HEAD_ENDS.test(text.slice(span[1], Math.min(source[1], span[1] + 8)))) return false
    const before = [source[0], ...within.slice(0, at).map((other) => other.span[1])]
    const between = before.map((from, index) => text.slice(from, within[index]?.span[0] ?? span[0])).join('')
    return !HAS_HEAD.test(between.slice(between.lastIndexOf(',') + 1))
  })
}

/** The title before the name, else the apposition behind it. */
function roleOf(text: string, { span, title }: Name, source: Span): string | null {
  if (title !== null && !HONORIFIC.test(wordsOf(text, title))) return printed(text, title)
  const behind = /^,\s(?:(?:the|a|an)\s)?(\p{L}[^,]{3,80}),?$/u.exec(text.slice(span[1], source[1]))
  return behind?.[1]?.replace(/\s+/g, ' ') ?? null
}
