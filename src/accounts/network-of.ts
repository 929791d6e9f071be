import { isIPv6 } from 'node:net'

const MAPPED = /^::ffff:(?=\d+\.)/iu

/** The groups of an IPv6 address that `::` left out. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  if (tail === undefined) return first
  const last = tail === '' ? [] : tail.split(':')
  return [...first, ...Array(Math.max(8 - first.length - last.length, 0)).fill('0'), ...last]
}

/**
 * By which tries are counted: an IPv4 address, or the first 64 bits of an IPv6 one, since one household has all of the
 * rest.
 */
export function networkOf(address: string | null): string {
  const plain = (address ?? 'unknown').replace(MAPPED, '').toLowerCase()
  if (!isIPv6(plain)) return plain
  return groupsOf(plain)
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, ''))
    .join(':')
}
