import { cleanLine, cleanOrNull } from '../text/clean-text.ts'
import { MAX_OUTLET } from './outlet-name.ts'
import { squeezed, titleParts } from './title-parts.ts'

/**
 * The name alone: "The Harbour Post | News, weather and sport" gives "The Harbour Post", and an address its host.
 */
function nameOf(value: string | null): string | null {
  const name = cleanLine(value ?? '').replace(/^https?:\/\/(?:www\.)?([^/]*).*$/i, '$1')
  const [first] = titleParts(name)
  // A name may well have a sign within: "Harbour_Post", "Post/Times".
  const short = first !== undefined && /^[\s|:]/.test(name.slice(first.end)) ? first.text : name
  const shortened = short.length > 1 ? short : name
  return shortened.length <= MAX_OUTLET ? cleanOrNull(shortened.replace(/^@/, '')) : null
}

/** The part at either end of a title that the host is named after: "Headline - Harbour Post" from harbourpost.org. */
function fromTitle(title: string | null, host: string | null): string | null {
  const parts = titleParts(title ?? '').map(({ text }) => text)
  if (parts.length < 2) return null
  const ends = [parts.at(-1) ?? '', parts[0] ?? '']
  return ends.find((part) => isHostName(part, host)) ?? null
}

function isHostName(part: string, host: string | null): boolean {
  const name = squeezed(part)
  if (host === null || name.length < 3) return false
  return host.split('.').some((label) => squeezed(label) === name || squeezed(label) === `the${name}`)
}

/**
 * The outlet's name as the page gives it.
 *
 * @param names what metadata gives, best first; a bare host name yields to a real name
 */
export function outletOf(names: readonly (string | null)[], title: string | null, host: string | null): string | null {
  const given = names.map(nameOf).filter((name) => name !== null)
  return given.find((name) => !/^[\w-]+(?:\.[\w-]+)+$/.test(name)) ?? given[0] ?? fromTitle(title, host)
}
