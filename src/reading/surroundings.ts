import { isOrganisationName, type Name } from '../text/names.ts'
import { type Span, wordsOf } from '../text/span.ts'
import type { Draft } from './draft.ts'
import { type Names, namesWithin } from './speakers.ts'
import type { Candidate, Hop, Occasion } from './statement.ts'

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

/** Whom "told" and its like name right behind them: told | Reuters |. */
export function addresseeOf(text: string, { cue, content }: Draft, names: Names): Candidate | null {
  const last = cue.at(-1)
  if (last === undefined || !/\b(?:told|tells|telling|asked|warned|promised)$/i.test(wordsOf(text, last))) return null
  const name = namesWithin(names, [last[1], last[1] + 2])[0]
  const isContent = content.some(([start]) => start === name?.span[0])
  return name === undefined || isContent
    ? null
    : { name: wordsOf(text, name.span).replace(/\s+/g, ' '), mention: name.span }
}

/** Outlets that a person speaks through; agencies first. */
const OUTLET =
  /^(?:Reuters|AFP|AP|BBC|CNN|NPR|CBC|DPA|EFE|ANSA|Xinhua|TASS|Bloomberg|Politico|POLITICO)$|\b(?:News|Times|Post|Press|Agency|Radio|TV|Television|Journal|Guardian|Herald|Tribune|Gazette|Observer|Chronicle|Courier|Wire)$/

/** Whether a name is an outlet's. */
function isOutlet(text: string, { span }: Name): boolean {
  const name = wordsOf(text, span)
  return OUTLET.test(name) || (isOrganisationName(name) && /\b(?:news|press)\b/i.test(name))
}

/**
 * The outlets a statement came through: the one spoken to ("told Reuters"), and one that the same sentence is
 * "according to" ("According to Reuters, the minister said …"). From this article's outlet towards the speaker.
 */
export function chainOf(
  text: string,
  draft: Draft,
  around: { readonly drafts: readonly Draft[]; readonly names: Names },
): readonly Hop[] {
  const via = around.drafts.filter((other) => other !== draft && other.rule === 'according to' && reports(other, draft))
  const spoken = draft.cue.at(-1)
  const behind: Span[] =
    spoken === undefined || !/\btold$/.test(wordsOf(text, spoken)) ? [] : [[spoken[1], spoken[1] + 2]]
  return [...via.flatMap(({ source }) => source), ...behind].flatMap((span) => {
    const name = namesWithin(around.names, span).find((one) => isOutlet(text, one))
    return name === undefined ? [] : [{ name: wordsOf(text, name.span), span: name.span }]
  })
}

/** Whether what `outer` attributes holds the words of `inner`. */
function reports(outer: Draft, inner: Draft): boolean {
  const [cue] = inner.cue
  return cue !== undefined && outer.content.some(([start, end]) => start <= cue[0] && cue[1] <= end)
}
