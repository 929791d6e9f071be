import { type Allowance, type Bucket, takeOne } from './token-bucket.ts'

/** What is counted: mails to one address, asked for from one network, and all; more strictly where no work was shown. */
export type Counted = 'address' | 'network' | 'network-without-proof' | 'all' | 'all-without-proof'

/**
 * How many mails visitors may cause, over every door. An address: enough to try again after a lost mail, too few to
 * annoy whoever was named. A network: a school or an office that signs up together. All: what a small mail server may
 * send on the best day of its life. Without shown work all is open to a simple program, so that less is let through.
 */
export const ALLOWANCES: Readonly<Record<Counted, Allowance>> = {
  address: { atOnce: 3, anHour: 0.125 },
  network: { atOnce: 30, anHour: 20 },
  'network-without-proof': { atOnce: 5, anHour: 3 },
  all: { atOnce: 1000, anHour: 1000 },
  'all-without-proof': { atOnce: 200, anHour: 100 },
}

/** Which buckets a request takes from, with the words that tell each from others of its kind. */
export function bucketsOf(asked: {
  readonly address: string
  readonly network: string
  readonly hasProof: boolean
}): readonly (readonly [Counted, of: string])[] {
  const always: readonly (readonly [Counted, string])[] = [
    ['address', asked.address],
    ['network', asked.network],
    ['all', ''],
  ]
  return asked.hasProof ? always : [...always, ['network-without-proof', asked.network], ['all-without-proof', '']]
}

/**
 * Takes one from each of these buckets, or from none where one is empty.
 *
 * @param now milliseconds since 1970
 * @returns the buckets from now on; null where the request is over a limit
 */
export function takeFromAll(
  buckets: readonly { readonly counted: Counted; readonly bucket: Bucket | null }[],
  now: number,
): readonly Bucket[] | null {
  const taken = buckets.flatMap(({ counted, bucket }) => takeOne(bucket, ALLOWANCES[counted], now) ?? [])
  return taken.length === buckets.length ? taken : null
}
