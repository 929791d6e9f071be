import { isReadAs } from '../text/chinese-reading.ts'
import { scriptOf } from '../text/script.ts'
import { languageOfScript } from '../text/script-language.ts'
import type { Span } from '../text/span.ts'
import type { Actor, Actors } from './speakers/actors.ts'
import type { NameMention } from './statement.ts'

/** A name in another script right behind a name: "Xinjiang 新疆", "Xinjiang (新疆)". */
const OTHER_SCRIPT =
  /^[ \u00a0]?([(（]?)[ \u00a0]?((?!\p{Script=Latin})[\p{L}\p{M}](?:(?!\p{Script=Latin})[\p{L}\p{M}·・ \u00a0-]){0,60})/u

type OtherName = NameMention['also'][number]

/** The language of a name in `script` that stands beside `latin`: Chinese only where it is read so. */
function languageBeside(latin: string, name: string, script: string): string | null {
  return script === 'Hani' && isReadAs(name, latin) ? 'zh' : languageOfScript(script)
}

/** What is printed in another script right behind the name at `span`; null for nothing. */
function inOtherScript(text: string, span: Span, name: string): OtherName | null {
  const found = OTHER_SCRIPT.exec(text.slice(span[1], span[1] + 80))
  const other = found?.[2]?.trimEnd()
  if (found === null || other === undefined) return null
  const start = span[1] + found[0].length - (found[2]?.length ?? 0)
  const script = scriptOf(other)
  return script === scriptOf(name)
    ? null
    : { name: other, language: languageBeside(name, other, script), script, span: [start, start + other.length] }
}

/** Whether an actor is somebody or something, and not a word that only looks like a name. */
function isNamed({ kind, name, count }: Actor): boolean {
  // The "Q" of an interview.
  if (name.length < 2) return false
  // "Turkish" and "Democratic" name nobody; "Turks" and "Democrats" do.
  if (kind === 'people') return name.endsWith('s')
  return kind !== null || name.includes(' ') || count > 1
}

/**
 * The persons, organisations, places and peoples that an article names: each once, by its fullest name where the text
 * first gives it, with its name in other scripts where one stands beside it.
 *
 * @returns in the order of the text
 * Cost: O(n log n) in the number of names.
 */
export function nameMentionsOf(text: string, { all, places }: Actors): readonly NameMention[] {
  const others = new Map<Actor, OtherName[]>()
  for (const { name, actors } of places) {
    const [actor] = actors
    const other = inOtherScript(text, name.span, text.slice(...name.span))
    if (actor === undefined || other === null) continue
    const known = others.get(actor) ?? []
    if (!known.some((one) => one.name === other.name)) others.set(actor, [...known, other])
  }
  // Scripts with capitals of their own give that name once more.
  const beside = new Set([...others.values()].flat().map(({ span }) => span[0]))
  return all
    .filter((actor) => actor.count > 0 && (isNamed(actor) || others.has(actor)) && !beside.has(actor.mention[0]))
    .toSorted((a, b) => a.mention[0] - b.mention[0])
    .map((actor) => {
      const script = scriptOf(actor.name)
      const also = others.get(actor) ?? []
      return { name: actor.name, language: languageOfScript(script), script, span: actor.mention, also }
    })
}
