import { wordsOf } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { Draft } from './draft.ts'
import type { Actors } from './speakers/actors.ts'
import type { Candidate } from './statement.ts'

/** Whom "told" and its like name right behind them: told | Reuters |, told the | National Assembly |; by its fullest name. */
export function addresseeOf(text: string, { cue, content }: Draft, { places }: Actors): Candidate | null {
  const last = cue.at(-1)
  if (last === undefined || !/\b(?:told|tells|telling|asked|warned|promised)$/i.test(wordsOf(text, last))) return null
  const start = last[1] + (/^\s(?:the\s)?/.exec(text.slice(last[1], last[1] + 5))?.[0].length ?? 0)
  const [place] = within(places, [start, start + 1], (one) => [
    one.name.title?.[0] ?? one.name.span[0],
    one.name.span[1],
  ])
  const [actor, ...others] = place?.actors ?? []
  const isContent = content.some(([first]) => first === start)
  return actor === undefined || others.length > 0 || isContent ? null : { name: actor.name, mention: actor.mention }
}
