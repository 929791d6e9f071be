import { type Span, wordsOf } from '../text/span.ts'
import type { Draft } from './draft.ts'
import { type Names, namesWithin } from './speakers.ts'
import type { Candidate, Hop, Occasion } from './statement.ts'

/** How far behind "told" an outlet may stand: "told the state news agency KNW"; in code units. */
const TOLD_WITHIN = 40
/** How far behind its cue an occasion may stand, in code units. */
const MAX_DISTANCE = 120

const OCCASIONS: Readonly<Record<string, Occasion['kind']>> = {
  speech: 'speech',
  address: 'speech',
  letter: 'letter',
  interview: 'interview',
  tweet: 'post',
  post: 'post',
  report: 'document',
  statement: 'document',
  briefing: 'briefing',
  conference: 'briefing',
}

const OCCASION = new RegExp(
  String.raw`\b(?:in|at|during|on) (?:an?|the|his|her|their) (?:[\p{L}-]+ ){0,2}?(${Object.keys(OCCASIONS).join('|')})\b`,
  'u',
)

/** In what it was said, where the words behind the cue, outside the content, say so: "in a letter". */
export function occasionOf(text: string, { cue, content }: Draft): Occasion | null {
  const last = cue.at(-1)
  if (last === undefined) return null
  const next = content.map(([start]) => start).find((start) => start >= last[1]) ?? last[1] + MAX_DISTANCE
  const words = text.slice(last[0], Math.min(next, last[1] + MAX_DISTANCE)).split(/[.\n]/, 1)[0] ?? ''
  const found = OCCASION.exec(words)
  const kind = OCCASIONS[found?.[1] ?? '']
  if (found === null || kind === undefined) return null
  return { kind, span: [last[0] + found.index, last[0] + found.index + found[0].length] }
}

/** Whom "told" and its like name right behind them: told | Reuters |, told the | National Assembly |. */
export function addresseeOf(text: string, { cue, content }: Draft, names: Names): Candidate | null {
  const last = cue.at(-1)
  if (last === undefined || !/\b(?:told|tells|telling|asked|warned|promised)$/i.test(wordsOf(text, last))) return null
  const start = last[1] + (/^\s(?:the\s)?/.exec(text.slice(last[1], last[1] + 5))?.[0].length ?? 0)
  const name = namesWithin(names, [start, start + 1])[0]
  const isContent = content.some(([start]) => start === name?.span[0])
  return name === undefined || isContent
    ? null
    : { name: wordsOf(text, name.span).replace(/\s+/g, ' '), mention: name.span }
}

/** Outlets known by their names alone. */
const OUTLET =
  /^(?:Reuters|AFP|AP|BBC|CNN|NPR|CBC|DPA|EFE|ANSA|Xinhua|TASS|Bloomberg|Politico|POLITICO)$|\b(?:News|Times|Post|Press|Agency|Radio|TV|Television|Journal|Guardian|Herald|Tribune|Gazette|Observer|Chronicle|Courier|Wire)$/
/** "the news agency | Brevane". */
const CALLED_OUTLET = /\b(?:agency|newspaper|paper|daily|weekly|magazine|broadcaster|station|channel|website)\s$/
/** "PORT ELLEN (| Brevane |) —". */
const DATELINE = [/\p{Lu}[\p{L} ,0-9]*\s\($/u, /^\)\s[—–-]/] as const

/** The names that the text makes out to be outlets': by themselves, by what they are called, or in a dateline. */
export function outletsIn(text: string, { all }: Names): ReadonlySet<string> {
  const outlets = all.filter(({ span }) => {
    const [before, after] = [text.slice(Math.max(0, span[0] - 40), span[0]), text.slice(span[1], span[1] + 3)]
    const inDateline = DATELINE[0].test(before) && DATELINE[1].test(after)
    return OUTLET.test(wordsOf(text, span)) || CALLED_OUTLET.test(before) || inDateline
  })
  return new Set(outlets.map(({ span }) => wordsOf(text, span)))
}

/** What `chainOf` looks around in. */
type Around = {
  /** The drafts beside it in the text. */
  readonly drafts: readonly Draft[]
  readonly names: Names
  /** As `outletsIn` has them. */
  readonly outlets: ReadonlySet<string>
}

/**
 * The outlets a statement came through: one that the same sentence is "according to" ("According to Reuters, the
 * minister said …"), and the one spoken to ("told Reuters"). From this article's outlet towards the speaker.
 */
export function chainOf(text: string, draft: Draft, { drafts, names, outlets }: Around): readonly Hop[] {
  const via = drafts.filter((other) => other !== draft && other.rule === 'according to' && reports(other, draft))
  const spoken = draft.cue.at(-1)
  const told = spoken !== undefined && /\btold$/i.test(wordsOf(text, spoken))
  const behind: readonly Span[] = told
    ? [[spoken[1], draft.content.find(([start]) => start > spoken[1])?.[0] ?? spoken[1] + TOLD_WITHIN]]
    : []
  return [...via.flatMap(({ source }) => source), ...behind].flatMap((span) => {
    const name = namesWithin(names, span).find((one) => outlets.has(wordsOf(text, one.span)))
    return name === undefined ? [] : [{ name: wordsOf(text, name.span), span: name.span }]
  })
}

/** Whether what `outer` attributes holds the words of `inner`. */
function reports(outer: Draft, inner: Draft): boolean {
  const [cue] = inner.cue
  return cue !== undefined && outer.content.some(([start, end]) => start <= cue[0] && cue[1] <= end)
}
