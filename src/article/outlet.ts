import { cleanLine, cleanOrNull } from '../text/clean-text.ts'
import { squeezed } from './headline.ts'

/** Longer ones are slogans. */
const MAX_OUTLET = 60

/** The name alone: "The Harbour Post | News, weather and sport" gives "The Harbour Post". */
function nameOf(value: string | null): string | null {
  const name = cleanLine(value ?? '')
  const short = name.split(/\s+[|–—·•]\s+|\s+-\s+|\s*\|\s*|:\s/)[0] ?? ''
  const shortened = short.length > 1 ? short : name
  return shortened.length <= MAX_OUTLET ? cleanOrNull(shortened.replace(/^@/, '')) : null
}

/**
 * The last part of a title, where it is the name of the host it came from: "Headline - Harbour Post" from harbourpost.org.
 */
function fromTitle(title: string | null, host: string | null): string | null {
  const part = title?.split(/\s+[|–—·•-]\s+|\s*\|\s*/).at(-1) ?? ''
  const name = squeezed(part)
  if (host === null || name.length < 3 || part === title) return null
  return host.split('.').some((label) => squeezed(label) === name || squeezed(label) === `the${name}`)
    ? cleanOrNull(part)
    : null
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
