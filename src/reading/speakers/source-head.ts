import { type Span, trimmed } from '../../text/span.ts'
import type { NamePlace } from './actors.ts'

/** What a source's words are, by their form. */
export type SourceHead =
  /** A name: "Ana Lee, the minister", "a spokeswoman, Ana Lee". */
  | { readonly form: 'name'; readonly place: NamePlace }
  /** Several names side by side: "Ana Lee and Tom Park". */
  | { readonly form: 'names'; readonly span: Span; readonly places: readonly NamePlace[] }
  /** "she", "who"; the word in small letters. */
  | { readonly form: 'pronoun'; readonly word: string; readonly span: Span }
  /** All else: "officials", "a lawyer for Ana Lee". */
  | { readonly form: 'description'; readonly span: Span }

const PRONOUN =
  /^(?:he|she|they|it|i|we|you|who|whom|whose|which|that|him|her|them|me|us|his|hers?|their|its|my|our|your|himself|herself|themselves|itself)$/i
/** A name behind one of them is not the source but what the source is of, for or near. */
const PREPOSITION =
  /(?:^|\s)(?:of|for|to|from|with|by|at|in|on|near|against|between|like|about|behind|under|representing|including|than|as|around|over|within|among|backing|supporting|covering|leading|who|which|that|says?|said|told)\s/i
/** What may follow a name without making it part of a longer phrase ("Clinton | supporters"). */
const FREE_FOLLOWER =
  /^(?:who|whom|whose|which|that|and|or|nor|but|of|for|in|at|on|from|with|to|as|by|himself|herself|itself|themselves|also|both|then|now|when|where|while|is|was|has|had|said|says|told|once|later|alone|too)$/i

/** What may stand right behind a name and says no more than the name: "Ana Lee KC", "Helix Foods plc", "Wang Yi 王毅". */
const ADDED =
  /^(?:[ \u00a0](?:KC|QC|MBE|OBE|CBE|PhD|MD|MP|MSP|plc|Inc\.?|Ltd\.?|LLC)(?![\p{L}\p{N}])|[ \u00a0]?[(（]?(?:(?!\p{Script=Latin})\p{L}){1,12}[)）]?)+/u

/** "Among them the League": names of some of a group, not of who speaks. */
const LISTING = /(?:^|[\s,])(?:among them|including|such as|led by)\s/i

/** "Prosecuting, Ana Lee": what somebody does, printed like a name at the head of a sentence. */
function isParticiple(text: string, { name: { span } }: NamePlace): boolean {
  return /^\p{Lu}\p{Ll}+ing$/u.test(text.slice(...span)) && /^, \p{Lu}/u.test(text.slice(span[1], span[1] + 3))
}

/** Whether the name ending at `end` leads on to a noun ("Clinton supporters") or owns one ("Clinton's lawyer"). */
function isModifier(text: string, end: number, limit: number): boolean {
  const printed = text.slice(end, Math.min(limit, end + 60))
  const behind = printed.slice(ADDED.exec(printed)?.[0].length ?? 0)
  if (/^['’]s?[ \u00a0][\p{L}“"'‘]/u.test(behind)) return true
  const next = /^(?:[ \u00a0]|[-–/])(\p{L}[\p{L}'’-]*)/u.exec(behind)?.[1]
  return next !== undefined && !FREE_FOLLOWER.test(next)
}

/** Whether `name` is itself the source, not what the source's noun is of or for. */
function isHeadName(text: string, { name }: NamePlace, [start, end]: Span): boolean {
  const from = name.title?.[0] ?? name.span[0]
  const before = text.slice(start, Math.max(start, from))
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('—')) + 1)
  return !PREPOSITION.test(clause) && !LISTING.test(before) && !isModifier(text, name.span[1], end)
}

/** The names joined to `first` by commas and "and", it included. */
function row(text: string, places: readonly NamePlace[], first: number): readonly NamePlace[] {
  const found = places.slice(first, first + 1)
  for (const place of places.slice(first + 1)) {
    const from = place.name.title?.[0] ?? place.name.span[0]
    const between = text.slice(found.at(-1)?.name.span[1] ?? from, from)
    if (!/^(?:,? (?:and|or) |, )$/.test(between)) break
    found.push(place)
  }
  const last = found.at(-1)
  const joint =
    found.length > 1 && last && / (?:and|or) $/.test(text.slice(0, last.name.title?.[0] ?? last.name.span[0]).slice(-5))
  return joint ? found : found.slice(0, 1)
}

/**
 * What the words of a source are. "A spokesman for Ana Lee" is a description, "a spokesman, Ana Lee" a name.
 *
 * @param places the names within `source`, in order
 */
export function sourceHead(text: string, source: Span, places: readonly NamePlace[]): SourceHead {
  const span = trimmed(text, ...source) ?? source
  const words = text.slice(...span).replace(/^["'“‘(]+|["'”’),.;:]+$/g, '')
  const pronoun = words.replace(/['’](?:s|d|ll|ve|re|m)$/, '')
  if (PRONOUN.test(pronoun)) return { form: 'pronoun', word: pronoun.toLowerCase(), span }
  const at = places.findIndex((place) => isHeadName(text, place, span) && !isParticiple(text, place))
  const place = places[at]
  if (place === undefined) return { form: 'description', span }
  const joined = row(text, places, at)
  const last = joined.at(-1)
  if (joined.length > 1 && last) return { form: 'names', span: [place.name.span[0], last.name.span[1]], places: joined }
  return place.actors[0]?.kind === 'people' ? { form: 'description', span } : { form: 'name', place }
}
