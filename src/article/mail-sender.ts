import { cleanOrNull } from '../text/clean-text.ts'
import { isFullName, isOrganisationName } from '../text/name-kind.ts'
import { cleanByline } from './byline.ts'
import { isOutletName, MAX_OUTLET } from './outlet-name.ts'

/** Who sent a mail, as an article has it: a person as its author, a paper as its outlet. */
export type MailSender = { readonly byline: string | null; readonly outlet: string | null }

const NOBODY: MailSender = { byline: null, outlet: null }

/** Between a person and where they write: "Ana Reyes at Harbour Post", "Ana Reyes | Harbour Post". */
const BETWEEN = /\s+(?:at|from|of|via|bei|von|chez|de|en)\s+|\s*[|·•,]\s*|\s+[–—-]\s+/u

/** The name before an address, or in brackets behind it. */
function displayName(from: string): string | null {
  const before = /^\s*"?([^"<]*?)"?\s*<[^>]*>/.exec(from)?.[1]
  const behind = /^\s*\S+@\S+\s*\(([^)]*)\)/.exec(from)?.[1]
  const name = cleanOrNull(before ?? behind ?? (from.includes('@') ? null : from))
  return name === null || name.includes('@') ? null : name
}

function isOutlet(name: string): boolean {
  return name.length <= MAX_OUTLET && (isOutletName(name) || isOrganisationName(name))
}

function senderNamed(name: string): MailSender {
  if (isOutlet(name)) return { byline: null, outlet: name }
  return isFullName(name) ? { byline: cleanByline(name), outlet: null } : NOBODY
}

/**
 * Who a mail is from, as far as the sender's name tells: an address alone names nobody.
 *
 * @param from the value of the field, decoded
 */
export function mailSender(from: string | null): MailSender {
  const name = displayName(from ?? '')
  if (name === null) return NOBODY
  // "Reyes, Ana", as address books have it.
  const turned = /^(\p{Lu}[^\s,]+), (\p{Lu}[^\s,]+)$/u.exec(name)
  if (turned !== null && isFullName(`${turned[2]} ${turned[1]}`)) return senderNamed(`${turned[2]} ${turned[1]}`)
  const [person = '', place = '', ...others] = name.split(BETWEEN)
  if (others.length === 0 && place !== '' && isFullName(person) && !isOutlet(person))
    return { byline: cleanByline(person), outlet: isOutlet(place) ? place : null }
  return senderNamed(name)
}
