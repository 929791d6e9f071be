import { wordsOf } from '../text/span.ts'
import { within } from '../text/within.ts'
import type { Draft } from './draft.ts'
import type { Actors } from './speakers/actors.ts'
import { isRoleNoun } from './speakers/role-words.ts'
import type { Candidate } from './statement.ts'

const TELLS = /\b(?:told|tells|telling|asked|asks|asking|warned|promised|assured|urged|informed|reminded)$/i
/** How much behind the cue is looked at, in code units. */
const REACH = 100
/** "The prime minister, " before a name. */
const OFFICE = /^\s(?:(?:the|an?|his|her|its|their)\s)?(?:[\p{L}’'-]+\s){0,5}?([\p{L}-]+),\s/u
const THE = /^\s(?:the\s)?/

/** How many code units behind the cue the name of whom was told may begin: behind "the", or behind an office. */
function leadOf(behind: string): number {
  const office = OFFICE.exec(behind)
  if (office !== null && isRoleNoun(office[1] ?? '')) return office[0].length
  return THE.exec(behind)?.[0].length ?? 0
}

/**
 * Whom "told" and its like name behind them, by its fullest name: told | Reuters |, told the | National Assembly |,
 * asked the prime minister, | Ana Lee |.
 */
export function addresseeOf(text: string, { cue, content }: Draft, { places }: Actors): Candidate | null {
  const last = cue.at(-1)
  if (last === undefined || !TELLS.test(wordsOf(text, last))) return null
  const start = last[1] + leadOf(text.slice(last[1], last[1] + REACH))
  const [place] = within(places, [start, start + 1], (one) => [
    one.name.title?.[0] ?? one.name.span[0],
    one.name.span[1],
  ])
  const [actor, ...others] = place?.actors ?? []
  const isContent = content.some(([from, to]) => from <= start && start < to)
  return actor === undefined || others.length > 0 || isContent ? null : { name: actor.name, mention: actor.mention }
}
