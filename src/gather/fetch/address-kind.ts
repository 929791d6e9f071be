import { BlockList, isIP } from 'node:net'

/** What an IP address is for. Only `public` ones are reached by everybody. */
export type AddressKind =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'metadata'
  | 'multicast'
  | 'documentation'
  | 'carries-ipv4'
  | 'reserved'

/**
 * Networks that are not for everybody; the first row that holds an address says its kind. From the registries of
 * special-purpose addresses (RFC 6890 and its updates). `metadata` are the addresses at which clouds hand a machine
 * its keys: the greatest prize of whoever can make a server fetch an address.
 */
const NETWORKS: readonly (readonly [network: string, kind: AddressKind])[] = [
  ['169.254.169.254/32', 'metadata'],
  ['169.254.170.2/32', 'metadata'],
  ['100.100.100.200/32', 'metadata'],
  ['192.0.0.192/32', 'metadata'],
  ['fd00:ec2::254/128', 'metadata'],
  ['fd00:ec2::23/128', 'metadata'],
  ['fd20:ce::254/128', 'metadata'],
  ['0.0.0.0/8', 'reserved'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'private'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.88.99.0/24', 'reserved'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'reserved'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::1/128', 'loopback'],
  ['::/128', 'reserved'],
  ['::/96', 'carries-ipv4'],
  ['::ffff:0:0/96', 'carries-ipv4'],
  ['64:ff9b::/96', 'carries-ipv4'],
  ['64:ff9b:1::/48', 'carries-ipv4'],
  ['2001::/32', 'carries-ipv4'],
  ['2002::/16', 'carries-ipv4'],
  ['2001::/23', 'reserved'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['ff00::/8', 'multicast'],
]

/** All that IPv6 has given out to everybody so far; what is not in it is reserved, known to the table or not. */
const GLOBAL_IPV6 = '2000::/3'

type Family = 'ipv4' | 'ipv6'

function familyOf(address: string): Family | null {
  const version = isIP(address)
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6'
}

/** A test of whether an address is in a network. */
function network(text: string): (address: string, family: Family) => boolean {
  const [base = '', bits] = text.split('/')
  const family = familyOf(base) ?? 'ipv6'
  const list = new BlockList()
  list.addSubnet(base, Number(bits), family)
  // The list alone would find an IPv4 address in an IPv6 one that carries it.
  return (address, of) => of === family && list.check(address, family)
}

const KINDS = NETWORKS.map(([text, kind]) => ({ kind, holds: network(text) }))
const isGlobalIpv6 = network(GLOBAL_IPV6)

/**
 * What an IP address is for.
 *
 * @param address IPv4 in four decimal parts or IPv6; a zone ("%eth0") makes it link-local. Anything else is `reserved`.
 */
export function addressKind(address: string): AddressKind {
  const family = familyOf(address)
  if (family === null) return 'reserved'
  if (address.includes('%')) return 'link-local'
  const known = KINDS.find(({ holds }) => holds(address, family))
  if (known !== undefined) return known.kind
  return family === 'ipv4' || isGlobalIpv6(address, family) ? 'public' : 'reserved'
}

/** How a sentence calls an address that is not connected to: "… is". */
const KIND_WORDS: Readonly<Record<Exclude<AddressKind, 'public'>, string>> = {
  loopback: 'an address of this computer itself',
  private: 'an address within a private network',
  'link-local': 'an address that only its own network knows',
  metadata: 'an address at which clouds keep the keys of their machines',
  multicast: 'an address of many machines at once',
  documentation: 'an address that stands for none, in documentation',
  'carries-ipv4': 'an IPv6 address that hides an IPv4 address',
  reserved: 'an address that is not given out for use',
}

/** What the setting for intranets and tests opens; the others lead nowhere, or to a machine's keys. */
const OPENED: ReadonlySet<AddressKind> = new Set<AddressKind>(['loopback', 'private'])

/**
 * Why an address is not connected to, as the end of "… is"; null where it is.
 *
 * @param allowPrivate whether this computer itself and private networks may be fetched from
 */
export function refusalOf(address: string, allowPrivate: boolean): string | null {
  const kind = addressKind(address)
  if (kind === 'public' || (allowPrivate && OPENED.has(kind))) return null
  const words = KIND_WORDS[kind]
  return OPENED.has(kind)
    ? `${words}; set ONRECORD_ALLOW_PRIVATE_ADDRESSES to yes if that is meant`
    : `${words}; it is never fetched`
}
