import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FetchFailure } from '../../http/fetch-failure.ts'
import { checkedAddresses } from './checked-addresses.ts'
import { bareHost, webUrl } from './web-url.ts'

/** Names that mean nothing but what is listed here. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'good.example': ['93.184.215.14', '2606:2800:21f:cb07::1'],
  'home.example': ['127.0.0.1'],
  // A name that gives a fetcher a good address for its check and a bad one for its second try.
  'mixed.example': ['93.184.215.14', '10.0.0.1'],
  'mixed6.example': ['93.184.215.14', '::1'],
  'zone.example': ['fe80::1%2'],
  'none.example': [],
}

async function resolve(name: string): Promise<readonly string[]> {
  const addresses = NAMES[name]
  if (addresses === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' })
  return addresses
}

function check(host: string): Promise<readonly string[]> {
  return checkedAddresses(host, { resolve, allowPrivate: false })
}

test('all addresses of a name are given, as they are best tried', async () => {
  expect(await check('good.example')).toEqual(['93.184.215.14', '2606:2800:21f:cb07::1'])
  expect(await check('93.184.215.14')).toEqual(['93.184.215.14'])
})

test.each<[host: string, says: RegExp]>([
  ['home.example', /^home\.example leads to 127\.0\.0\.1, which is an address of this computer itself; set ONRECORD/],
  ['mixed.example', /leads to 10\.0\.0\.1, which is an address within a private network/],
  ['mixed6.example', /leads to ::1, which/],
  ['zone.example', /leads to fe80::1%2, which/],
  ['none.example', /has no address/],
  ['169.254.169.254', /^169\.254\.169\.254 is an address at which clouds keep the keys .*; it is never fetched$/],
])('%s is refused', async (host, says) => {
  await expect(check(host)).rejects.toThrow(says)
})

test('a name that there is not fails as the system says', async () => {
  await expect(check('lost.example')).rejects.toMatchObject({ code: 'ENOTFOUND' })
})

const FORBIDDEN_BASES: readonly (readonly [base: number, bits: number])[] = [
  [0x00000000, 8],
  [0x0a000000, 8],
  [0x64400000, 10],
  [0x7f000000, 8],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xe0000000, 4],
  [0xf0000000, 4],
]

/** An IPv4 address that nobody may make us connect to, as one number. */
const forbidden = fc
  .tuple(fc.constantFrom(...FORBIDDEN_BASES), fc.nat(0xffffffff))
  .map(([[base, bits], rest]) => (base | (rest & (0xffffffff >>> bits))) >>> 0)

type Numeral = (value: number) => string
const NUMERALS: readonly Numeral[] = [
  (value) => String(value),
  (value) => `0x${value.toString(16)}`,
  (value) => `0X00${value.toString(16).toUpperCase()}`,
  (value) => `0${value.toString(8)}`,
]
const DOTS = ['.', '。', '．', '｡', '%2e'] as const
const DIGITS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (text) => text.replace(/\d/g, (digit) => `%3${digit}`),
  (text) => text.replace(/[1-9]/g, (digit) => String.fromCodePoint(0x2460 + Number(digit) - 1)),
]

/** One to four parts, the last of which takes all bytes that are left. */
function parts(address: number, count: number): readonly number[] {
  const bytes = [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff)
  const last = bytes.slice(count - 1).reduce((value, byte) => value * 256 + byte, 0)
  return [...bytes.slice(0, count - 1), last]
}

const ipv4Spelling = fc
  .record({
    address: forbidden,
    count: fc.integer({ min: 1, max: 4 }),
    numerals: fc.array(fc.constantFrom(...NUMERALS), { minLength: 4, maxLength: 4 }),
    dot: fc.constantFrom(...DOTS),
    digits: fc.constantFrom(...DIGITS),
    end: fc.constantFrom('', '.'),
  })
  .map(({ address, count, numerals, dot, digits, end }) => {
    const spelt = parts(address, count).map((part, at) => numerals[at]?.(part) ?? '')
    return digits(spelt.join(dot)) + end
  })

const IPV6_FORMS: readonly ((high: string, low: string, dotted: string) => string)[] = [
  (_, __, dotted) => `::ffff:${dotted}`,
  (high, low) => `::FFFF:${high}:${low}`,
  (high, low) => `0:0:0:0:0:ffff:${high}:${low}`,
  (_, __, dotted) => `::${dotted}`,
  (_, __, dotted) => `64:ff9b::${dotted}`,
  (high, low) => `64:ff9b:1::${high}:${low}`,
  (high, low) => `2002:${high}:${low}::1`,
  (high, low) => `2001:0:${high}:${low}::1`,
]

const ipv6Spelling = fc.tuple(forbidden, fc.constantFrom(...IPV6_FORMS)).map(([address, form]) => {
  const [high, low] = [address >>> 16, address & 0xffff].map((half) => half.toString(16))
  return `[${form(high ?? '', low ?? '', parts(address, 4).join('.'))}]`
})

test('a forbidden address is refused however it is spelt', async () => {
  const address = fc.tuple(fc.constantFrom('http', 'https'), fc.oneof(ipv4Spelling, ipv6Spelling))
  await fc.assert(
    fc.asyncProperty(address, async ([scheme, host]) => {
      const failure = await Promise.resolve()
        .then(() => check(bareHost(webUrl(`${scheme}://${host}/`, null))))
        .catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(FetchFailure)
      expect(failure).toMatchObject({ fault: { code: 'bad-address' }, mayPass: false })
    }),
    { numRuns: 1_000 },
  )
})
