import { searchWords, wordQuery, wordRuns } from './words.ts'

/** What one of the alternatives asks of a text: all its words, and all its phrases. */
type Alternative = {
  /** Each in one of its forms; a form is words side by side, as a search finds them. */
  readonly words: readonly (readonly (readonly string[])[])[]
  /** Words that stand side by side in this order. */
  readonly phrases: readonly (readonly string[])[]
}

/** A filter of words and names: a text passes if one of the alternatives is in it. Empty lets everything pass. */
export type WordFilter = readonly Alternative[]

/** The longest filter, in UTF-16 code units: some two hundred names. */
export const MAX_FILTER = 4_000

/** Anything in a pair of quotation marks. A mark that is never closed is none. */
const QUOTED = /"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|「([^」]*)」|『([^』]*)』/gu

/** What stands between alternatives in any script. */
const BETWEEN = /[,;\n،؛，、；]+/u

/** A place that was cut out: no person types it, and no word is made of it. */
const CUT = '\ue000'

function alternativeOf(part: string, phrases: readonly string[]): Alternative {
  const own = [...part.matchAll(new RegExp(`${CUT}(\\d+)${CUT}`, 'gu'))].map(([, at]) => phrases[Number(at)] ?? '')
  return {
    words: wordQuery(part.replaceAll(new RegExp(`${CUT}\\d+${CUT}`, 'gu'), ' ')),
    phrases: own.map((phrase) => wordRuns(phrase).flat()).filter((words) => words.length > 0),
  }
}

/**
 * Reads a filter as a person types it: commas, semicolons and ends of lines part the alternatives; of an alternative
 * all words have to be there, in any order and place; words in quotation marks have to stand together.
 * `Bachelet, "human rights office"` lets pass what has the name or the phrase.
 *
 * @param typed any string; what is beyond `MAX_FILTER` is left out
 * @returns empty where there is no word in it
 */
export function wordFilter(typed: string): WordFilter {
  const phrases: string[] = []
  const marked = typed
    .slice(0, MAX_FILTER)
    .replaceAll(CUT, ' ')
    .replace(QUOTED, (_, ...groups: readonly (string | undefined)[]) => {
      phrases.push(groups.slice(0, 6).find((group) => group !== undefined) ?? '')
      return ` ${CUT}${phrases.length - 1}${CUT} `
    })
  return marked
    .split(BETWEEN)
    .map((part) => alternativeOf(part, phrases))
    .filter(({ words, phrases: own }) => words.length + own.length > 0)
}

/** Words as a string in which a row of words is found as a string; rows do not go on from one run to the next. */
function rowsOf(runs: readonly (readonly string[])[]): string {
  return runs.map((run) => ` ${run.join(' ')} `).join('|')
}

function holds(rows: string, words: readonly string[]): boolean {
  return rows.includes(` ${words.join(' ')} `)
}

/**
 * Whether a text passes a filter: compared as in a search, without case, and without accents where the script allows it.
 *
 * @param text any string
 * Cost: linear in `text` times the alternatives.
 */
export function passes(filter: WordFilter, text: string): boolean {
  if (filter.length === 0) return true
  const rows = rowsOf(searchWords(text))
  const plain = filter.some(({ phrases }) => phrases.length > 0) ? rowsOf(wordRuns(text)) : ''
  return filter.some(
    ({ words, phrases }) =>
      words.every((forms) => forms.some((form) => holds(rows, form))) &&
      phrases.every((phrase) => holds(plain, phrase)),
  )
}
