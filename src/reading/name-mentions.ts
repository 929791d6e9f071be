import { scriptOf } from '../text/script.ts'
import { languageOfScript } from '../text/script-language.ts'
import { type Span, wordsOf } from '../text/span.ts'
import type { Names } from './speakers.ts'
import type { NameMention, Statement } from './statement.ts'

/** A name in another script right behind a name: "Xinjiang 新疆", "Xinjiang (新疆)". */
const OTHER_SCRIPT =
  /^[ \u00a0]?([(（]?)[ \u00a0]?((?!\p{Script=Latin})[\p{L}\p{M}](?:(?!\p{Script=Latin})[\p{L}\p{M}·・ \u00a0-]){0,60})/u

function inOtherScript(text: string, { span }: { readonly span: Span }): NameMention['also'] {
  const found = OTHER_SCRIPT.exec(text.slice(span[1], span[1] + 80))
  const name = found?.[2]?.trimEnd()
  if (found === null || name === undefined) return []
  const start = span[1] + found[0].length - (found[2]?.length ?? 0)
  const script = scriptOf(name)
  return [{ name, language: languageOfScript(script), script, span: [start, start + name.length] }]
}

/**
 * The names an article gives that the record needs: those of speakers, and every name that is printed in a second
 * script beside it. Each once, where the text first gives it.
 */
export function nameMentionsOf(text: string, names: Names, statements: readonly Statement[]): readonly NameMention[] {
  const speakers = new Set(statements.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name])))
  const mentions = new Map<string, NameMention>()
  for (const { span } of names.all) {
    const name = wordsOf(text, span).replace(/\s+/g, ' ')
    const also = inOtherScript(text, { span })
    const known = mentions.get(name)
    if (known === undefined ? speakers.has(name) || also.length > 0 : known.also.length === 0 && also.length > 0) {
      const script = scriptOf(name)
      mentions.set(name, { name, language: languageOfScript(script), script, span: known?.span ?? span, also })
    }
  }
  return [...mentions.values()]
}
