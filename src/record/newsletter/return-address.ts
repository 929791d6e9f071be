import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The address that a failure of one delivery comes back to: it names the delivery, and its last part, which only we can
 * make, shows that it does. Whoever does not have the message cannot say that it failed.
 */
export type ReturnAddresses = {
  of(seq: number): string
  /** The delivery that an address is of; null where it is none of ours. */
  deliveryOf(address: string): number | null
}

/** 80 bits: nobody guesses one in the years in which anybody would care. In hex, since servers may change the case. */
const MAC_DIGITS = 20
const FORM = /^bounce\+([0-9a-z]{1,11})-([0-9a-f]{20})$/u

/**
 * @param domain where failures are taken in
 * @param key secret bytes
 */
export function returnAddresses(domain: string, key: Uint8Array): ReturnAddresses {
  const macOf = (number: string) =>
    createHmac('sha256', key).update(`return address ${number}`).digest('hex').slice(0, MAC_DIGITS)
  return {
    of: (seq) => `bounce+${seq.toString(36)}-${macOf(seq.toString(36))}@${domain}`,
    deliveryOf: (address) => {
      const [local = '', at, ...more] = address.toLowerCase().split('@')
      const [, number = '', mac = ''] = FORM.exec(local) ?? []
      if (at !== domain.toLowerCase() || more.length > 0 || number === '') return null
      return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(number))) ? Number.parseInt(number, 36) : null
    },
  }
}
