import type { Id } from './id.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_BITS = 80n
const TIME_DIGITS = 10
const RANDOM_DIGITS = 16

function digits(value: bigint, count: number): string {
  let rest = value
  let text = ''
  for (let digit = 0; digit < count; digit += 1) {
    text = `${CROCKFORD[Number(rest % 32n)]}${text}`
    rest /= 32n
  }
  return text
}

/**
 * Makes ids that sort in the order in which they were made, also within a millisecond and when the clock is set back.
 *
 * @param random ten random bytes at each call
 * @returns a function from a time (ISO 8601, UTC) to a new id
 */
export function ulids(random: () => Uint8Array): (now: string) => Id {
  let last = { time: -1n, random: 0n }
  const fresh = () => random().reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
  return (now) => {
    const time = BigInt(Date.parse(now))
    if (time > last.time) last = { time, random: fresh() }
    else if (last.random + 1n < 1n << RANDOM_BITS) last = { time: last.time, random: last.random + 1n }
    else last = { time: last.time + 1n, random: fresh() }
    return digits(last.time, TIME_DIGITS) + digits(last.random, RANDOM_DIGITS)
  }
}
