import { isIPv4, isIPv6 } from 'node:net'

const MAPPED = /^::ffff:(?=\d+\.)/iu

/** The eight groups of an IPv6 address, those that `::` left out as well. */
function groupsOf(address: string): readonly number[] {
  const [head = '', tail] = address.split('::')
  const groups = (part: string | undefined) => (part ?? '').split(':').filter((group) => group !== '')
  const [first, last] = [groups(head), groups(tail)]
  const between = tail === undefined ? [] : Array<string>(Math.max(8 - first.length - last.length, 0)).fill('0')
  return [...first, ...between, ...last].map((group) => Number.parseInt(group, 16))
}

/**
 * The network that requests are counted by: of an IPv4 address the first 24 bits, of an IPv6 one the first 56, which is
 * what one customer mostly has all of.
 *
 * @param address null where it is not known; all of these are one network
 */
export function networkOf(address: string | null): string {
  const plain = (address ?? '').replace(/%.*$/u, '').replace(MAPPED, '')
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(plain)) return 'unknown'
  const [a = 0, b = 0, c = 0, d = 0] = groupsOf(plain)
  return `${[a, b, c, d & 0xff00].map((group) => group.toString(16)).join(':')}::/56`
}
