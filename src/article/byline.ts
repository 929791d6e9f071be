import { cleanLine } from '../text/clean-text.ts'
import { monthNamed } from '../text/month-names.ts'
import { firstPrintedDate, isAroundDate } from '../text/printed-date.ts'
import { BEHIND, BY, EDITED, GREEK_OF, NOBODY, PLACE_BEHIND, ROLE_BEHIND } from './byline-words.ts'

const MAX_NAME = 80
const MAX_BYLINE = 160

/** A line up to the date in it: "Ana Reyes March 25". */
function beforeDate(line: string): string {
  const whole = firstPrintedDate(line)
  const days = [...line.matchAll(/(?<=\s)(?:(\p{L}{3,12})\.? \d{1,2}|\d{1,2}\.? (\p{L}{3,12}))\b/gu)]
  const day = days.find(([, before, behind]) => monthNamed(before ?? behind ?? '') !== null)
  return line.slice(0, Math.min(whole?.start ?? line.length, day?.index ?? line.length))
}

/** A line without the brackets that stand around all of it: "（记者 李文）". */
function unbracketed(line: string): string {
  return line.replace(/^[(（[〔【]\s*([^()（）[\]〔〕【】]+?)\s*[)）\]〕】]$/u, '$1')
}

/** What is left of a byline when the words around its names are taken away; nothing of it is judged. */
function namesLeft(line: string): string {
  return beforeDate(unbracketed(line))
    .replace(GREEK_OF, '')
    .replace(BY, '')
    .replace(BEHIND, '')
    .replace(ROLE_BEHIND, '')
    .replace(PLACE_BEHIND, '')
    .replace(/^[\s\p{P}]+|[\s,;:|&–—-]+$/gu, '')
    .trim()
}

/**
 * Cleans one byline as printed: without "By", role, date or address.
 *
 * @returns the names as printed, null where none are left
 */
export function cleanByline(printed: string): string | null {
  const line = cleanLine(printed).replace(/\s*\((?:https?:|www\.)[^)]*\)/gi, '')
  if (EDITED.test(line) || /https?:|www\.|\.com\b/i.test(line) || line.length > MAX_BYLINE) return null
  const [, korean, japanese] = REPORTER_BEHIND.exec(unbracketed(line)) ?? []
  const names = korean ?? japanese ?? namesLeft(line)
  if (names.length < 2 || isAroundDate(names.toLowerCase()) || !/\p{L}{2}|\p{Lo}/u.test(names) || NOBODY.test(names))
    return null
  return names
}

/** The authors that metadata names in one value: "Ana Reyes; Ben Osei", "Ana Reyes | Ben Osei". */
function eachOf(value: string): readonly string[] {
  const parts = value.split(/\s*[|;]\s*/)
  return parts.length > 1 && parts.every(areNames) ? parts : [value]
}

/**
 * The byline that a list of author names makes: "Ana Reyes, Ben Osei".
 *
 * @param names  as the metadata gives them; doubles, addresses and placeholders are passed over
 * @param outlet who is no author beside persons
 */
export function bylineOf(names: readonly string[], outlet: string | null): string | null {
  const cleaned = names
    .flatMap((name) => eachOf(name).flatMap((one) => cleanByline(one) ?? []))
    .filter((name) => name.length <= MAX_NAME || names.length === 1)
  const different = [...new Set(cleaned)]
  const persons = different.filter((name) => name.toLowerCase() !== outlet?.toLowerCase())
  return (persons.length > 0 ? persons : different).join(', ') || null
}

/** Whether all words of cleaned names are such as names have. */
export function areNames(names: string): boolean {
  return names.length <= MAX_NAME && names.split(/\s+/).every((word) => NAME_WORD.test(word))
}

/** A full stop that ends a name and no sentence. */
const NAME_STOP = /(?:^|\s)(?:Jr|Sr|Ph\.?D|M\.?D|\p{Lu})\.$/u

/** Whether a line of running text is a byline and nothing else: "By Ana Reyes", "By ANA REYES and Ben Osei". */
export function isBylineLine(line: string): boolean {
  if (line.length > MAX_BYLINE || (/[.!?:;]\s*$/.test(line) && !NAME_STOP.test(line))) return false
  const bare = unbracketed(line)
  if (!BY.test(bare) && !GREEK_OF.test(bare) && !REPORTER_BEHIND.test(bare)) return false
  const names = cleanByline(line)
  return names !== null && areNames(names)
}

/** Whether a line says who had a hand in the article and names no author: "Por Redacción", "责任编辑：王明". */
export function isCreditLine(line: string): boolean {
  if (line.length > MAX_CREDIT) return false
  return EDITED.test(line) || (BY.test(line) && NOBODY.test(namesLeft(line)))
}

/** A longer line tells something. */
const MAX_CREDIT = 60

/** Korean and Japanese newspapers put what they are behind their names: "김민수 기자", "山田太郎記者". */
const REPORTER_BEHIND = new RegExp(
  [
    String.raw`^(?:[[(【][^\])】]{1,20}[\])】]\s*)?(?:[\p{Script=Hangul}]{2,10}\s?=\s?)?`,
    String.raw`(\p{Script=Hangul}{2,4}(?:[·,]\s?\p{Script=Hangul}{2,4})*)\s(?:선임|인턴|수습|전문)?\s?(?:기자|특파원|논설위원|편집위원)(?:\s\S+@\S+)?$`,
    String.raw`|^(\p{Script=Han}{2,4}(?:[\s・]\p{Script=Han}{1,4})?)(?<![報报社台網网聞者])\s?記者$`,
  ].join(''),
  'u',
)

/** A word of a name, or a word that joins names. Chinese names have two to four characters, those from elsewhere dots. */
const NAME_WORD =
  /^(?:(?!\p{Script=Han}{5})[\p{Lu}\p{Lo}][\p{L}\p{M}.'’·・-]*[,、]?|in|the|de|da|dos|del|van|der|den|von|zu|bin|al|el|la|le|ibn|and|und|et|y|e|i|en|og|och|ve|dan|with|avec|mit|и|та|&|و.*)$/u
