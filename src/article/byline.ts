import { cleanLine } from '../text/clean-text.ts'
import { monthNamed } from '../text/month-names.ts'
import { firstPrintedDate, isAroundDate } from '../text/printed-date.ts'

/** Words before the names, in the languages of the outlets that print them. */
const BY =
  /^(?:(?:story|article|text|words|written|reported|reporting|posted|published|updated|authored|review|analysis|opinion)\s+)?(?:by|von|par|por|di|door|av|af|przez|autor(?:in)?|auteurs?|autore|автор|текст|作者|記者|记者|文|بقلم|كتب|الكاتب|מאת|نویسنده|author|reporter|yazan|haber)(?:\s*[:：]\s*|\s+)|^(?:text|texte|texto|testo|tekst|bericht|reportaje|reportage|reportagem)\s*[:：]\s*|^(?:本报|本報|本台)?(?:記者|记者)(?=\p{Script=Han}{2,4}(?:$|[\s／/|]))/iu

/** What stands behind the names: a role, a place, a date, an address. */
const BEHIND =
  /\s*(?:[|•·/／]|\s기자(?=$|\s)|\sfor the\b|,\s(?:à|aus|from)\s|\s[–—-]\s|,\s*(?=(?:\p{Lu}?\p{Ll}*\s)*(?:staff|writer|reporter|correspondent|editor|columnist|contributor|special to|for the|associated press|reuters|afp|bbc|cnn)\b)|\b(?:(?:last|first|also)\s+)?(?:published|updated|posted|modified|edited by)\b|\bfollow\b|\b(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[./ ]|\b(?:19|20)\d\d\b|@|\bcorrespondent\b).*$/iu

/** What content systems write where nobody is named, and the names of accounts. */
const NOBODY =
  /^(?:\S*\d\S*|admin|administrator|administrador|webmaster|root|user|author|editor|staff|staff (?:writer|reporter|report)s?|redaktion|redacción|redação|redazione|rédaction|redactie|unknown|anonymous|n\/?a|none|null|undefined|by|guest|web ?desk|news ?desk)$/i

/** Who edited, checked, uploaded or illustrated it did not write it. */
const EDITED =
  /^(?:fotos?|photos?|bild(?:er)?|imagen|imágenes|фото|图|圖|写真|사진|责任编辑|責任編輯|责编|编辑|編輯|校对|审核|редактор|edited by|editor)\s*[:：]/iu

const MAX_NAME = 80
const MAX_BYLINE = 160

/** A line up to the date in it: "Ana Reyes March 25". */
function beforeDate(line: string): string {
  const whole = firstPrintedDate(line)
  const days = [...line.matchAll(/(?<=\s)(?:(\p{L}{3,12})\.? \d{1,2}|\d{1,2}\.? (\p{L}{3,12}))\b/gu)]
  const day = days.find(([, before, behind]) => monthNamed(before ?? behind ?? '') !== null)
  return line.slice(0, Math.min(whole?.start ?? line.length, day?.index ?? line.length))
}

/**
 * Cleans one byline as printed: without "By", role, date or address.
 *
 * @returns the names as printed, null where none are left
 */
export function cleanByline(printed: string): string | null {
  const line = cleanLine(printed).replace(/\s*\((?:https?:|www\.)[^)]*\)/gi, '')
  if (EDITED.test(line) || /https?:|www\.|\.com\b/i.test(line) || line.length > MAX_BYLINE) return null
  const names = beforeDate(line)
    .replace(BY, '')
    .replace(BEHIND, '')
    .replace(/^[\s\p{P}]+|[\s,;:|&–—-]+$/gu, '')
    .trim()
  if (names.length < 2 || isAroundDate(names.toLowerCase()) || !/\p{L}{2}|\p{Lo}/u.test(names) || NOBODY.test(names))
    return null
  return names
}

/**
 * The byline that a list of author names makes: "Ana Reyes, Ben Osei".
 *
 * @param names  as the metadata gives them; doubles, addresses and placeholders are passed over
 * @param outlet who is no author beside persons
 */
export function bylineOf(names: readonly string[], outlet: string | null): string | null {
  const cleaned = names
    .flatMap((name) => cleanByline(name) ?? [])
    .filter((name) => name.length <= MAX_NAME || names.length === 1)
  const different = [...new Set(cleaned)]
  const persons = different.filter((name) => name.toLowerCase() !== outlet?.toLowerCase())
  return (persons.length > 0 ? persons : different).join(', ') || null
}

/** Whether all words of cleaned names are such as names have. */
export function areNames(names: string): boolean {
  return names.length <= MAX_NAME && names.split(/\s+/).every((word) => NAME_WORD.test(word))
}

/** Whether a line of running text is a byline and nothing else: "By Ana Reyes", "By ANA REYES and Ben Osei". */
export function isBylineLine(line: string): boolean {
  if (line.length > MAX_BYLINE || /[.!?:;]\s*$/.test(line)) return false
  if (!BY.test(line) && !KOREAN.test(line)) return false
  const names = cleanByline(line)
  return names !== null && areNames(names)
}

/** Korean newspapers put what they are behind their names: "reporter". */
const KOREAN = /^\p{Script=Hangul}{2,4} 기자(?: \S+@\S+)?$/u

/** A word of a name, or a word that joins names. */
const NAME_WORD =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*,?|in|the|de|da|dos|del|van|der|den|von|zu|bin|al|el|la|le|ibn|and|und|et|y|e|i|en|og|och|и|та|&|و.*)$/u
