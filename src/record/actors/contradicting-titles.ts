import { calledBy } from '../../reading/speakers/role-words.ts'
import { fold } from '../../text/fold.ts'
import { sameTitleWords, wordsOfTitle } from './same-title.ts'

/** Words that begin what an office is of, or where: before them stands the office itself. */
const OF = /\s(?:of|for|in|at|to|on|with|from|under|over|de|du|des|del|der|für)\s/
/** Offices that stand beside each other: "president and chief executive". */
const BESIDE = /\s(?:and|und|et|y)\s|[,;/&]/
/** Follow an office and are none: "president-elect". */
const BEHIND = new Set(['elect', 'designate', 'emeritus', 'emerita', 'designee'])
/** So many telling words in common are the same body or field, whoever does what there: "UN human rights chief". */
const SAME_FIELD = 2

/** What somebody is by a title, in small letters: "mayor" in "the mayor of Selbrick"; of two offices both. */
function headsOf(title: string): readonly string[] {
  return fold(title)
    .split(BESIDE)
    .flatMap((part) => wordsOfTitle(part.split(OF, 1)[0] ?? '').findLast((word) => !BEHIND.has(word)) ?? [])
}

/** What any of several offices is called, and none of them by itself. */
const SHARED_WORD = 'lawmaker'

/** A spokeswoman is a spokesman, and "Sen." a senator. */
function formsOf(head: string): readonly string[] {
  const forms = [head, ...calledBy(head).filter((word) => word !== SHARED_WORD)]
  return forms.map((word) => word.replace(/(?<=\p{L}{2})(?:wo)?m[ae]n$|(?<=\p{L}{2})person$/u, ''))
}

/**
 * Whether nobody is likely to be called both: two titles with neither the office in common, nor as much as the body
 * or the field. One person may bear contradicting titles, one after the other or at once: that is for a person to say.
 */
export function titlesContradict(one: string, other: string): boolean {
  const [first, second] = [wordsOfTitle(one), wordsOfTitle(other)]
  if (first.length === 0 || second.length === 0 || sameTitleWords(first, second)) return false
  if (first.filter((word) => second.includes(word)).length >= SAME_FIELD) return false
  // Scripts without spaces: "发言人" is in "外交部发言人".
  const [shorter = '', longer = ''] = [fold(one), fold(other)].toSorted((a, b) => a.length - b.length)
  if (!/\s/.test(longer) && longer.includes(shorter)) return false
  const heads = new Set(headsOf(other).flatMap(formsOf))
  return !headsOf(one)
    .flatMap(formsOf)
    .some((head) => heads.has(head))
}
