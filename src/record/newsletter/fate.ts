import type { Fate, Reply } from './delivery.ts'

/** What became of one message that was offered over one connection. */
export type SendOutcome =
  /** The server took it over: its 250 after the message. */
  | { readonly kind: 'taken'; readonly reply: Reply }
  /** The server said no to this message; the connection goes on. */
  | { readonly kind: 'declined'; readonly reply: Reply }
  /** The connection ended. `wasHandedOver` tells whether all of the message may have been with the server by then. */
  | { readonly kind: 'lost'; readonly reply: Reply; readonly wasHandedOver: boolean }

/** When a message that was not taken is offered again. */
export type BackOff = {
  /** The wait before the second try, in milliseconds; before each further one it is twice as long. */
  readonly firstMs: number
  readonly longestMs: number
  /** After so many it is given up. */
  readonly tries: number
}

/** 5 + 10 + 20 + 40 + 80 + 160 minutes, then every four hours: three days and a little, as RFC 5321 (4.5.4.1) has it. */
export const BACK_OFF: BackOff = { firstMs: 5 * 60_000, longestMs: 4 * 3_600_000, tries: 24 }

/** "Service not available, closing": it is not about the message. RFC 5321, 3.8. */
const CLOSING = 421

/** What a fate depends on besides the server. */
type Circumstances = {
  /** How often it was offered before this time. */
  readonly tries: number
  /** UTC. */
  readonly now: string
  /** From 0 to 1: what was deferred together does not come back together. */
  readonly random: number
  readonly backOff: BackOff
}

/** What is written down of an offer. */
export function fateOf(outcome: SendOutcome, { tries, now, random, backOff }: Circumstances): Fate {
  const { reply } = outcome
  if (outcome.kind === 'taken') return { state: 'accepted', reply }
  const mayRepeat = outcome.kind === 'lost' && outcome.wasHandedOver
  if (outcome.kind === 'lost' && !mayRepeat) return { state: 'waiting' }
  if (outcome.kind === 'declined' && reply.code === CLOSING) return { state: 'waiting' }
  const isForGood = outcome.kind === 'declined' && reply.code >= 500
  if (isForGood || tries + 1 >= backOff.tries) return { state: 'refused', reply, mayRepeat }
  const wait = Math.min(backOff.firstMs * 2 ** tries, backOff.longestMs) * (0.75 + random / 2)
  const notBefore = new Date(Date.parse(now) + wait).toISOString()
  return { state: 'deferred', reply, notBefore, mayRepeat }
}
