import type { Reply } from './delivery.ts'

/**
 * What a failure says. Gone: there is no such mailbox, and mail to it is never wanted again. Soft: it may work later, or
 * another message may. Complaint: its reader called the message unwanted.
 */
export type BounceKind = 'gone' | 'soft' | 'complaint'

/** One failure that counts against an address. */
export type Bounce = {
  readonly kind: BounceKind
  /** Of RFC 3463: `5.1.1`; null where nobody said. */
  readonly status: string | null
  /** UTC. */
  readonly at: string
}

/** Of RFC 3463 and its registry: no such mailbox or domain, one that has moved, one that takes no mail, one that is switched off. */
const GONE = new Set(['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4'])

/** Codes of RFC 5321 that say so by themselves, where no status of RFC 3463 says more. */
const GONE_CODES = new Set([550, 551, 553])

/** Soft failures lose half their weight in so long: an address that was full in the spring is not given up in the autumn. */
const HALF_LIFE_MS = 14 * 86_400_000
/** So many at once, or some more over weeks, and an address is given up. */
const MAX_WEIGHT = 5

/** What a status of RFC 3463 says of an address. @returns null where it tells of no failure */
export function kindOfStatus(status: string): BounceKind | null {
  if (GONE.has(status)) return 'gone'
  return /^[45]\./u.test(status) ? 'soft' : null
}

/** What a server's refusal says of an address. @returns null where it tells of none */
export function bounceOfReply({ code, text }: Reply, at: string): Bounce | null {
  if (code < 400) return null
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/u.exec(text)?.[1] ?? null
  if (status !== null) return { kind: kindOfStatus(status) ?? 'soft', status, at }
  return { kind: GONE_CODES.has(code) ? 'gone' : 'soft', status, at }
}

/**
 * Whether an address is written to no more.
 *
 * @param bounces all of its own, in any order
 * @param now UTC
 */
export function isGivenUp(bounces: readonly Bounce[], now: string): boolean {
  if (bounces.some(({ kind }) => kind !== 'soft')) return true
  const weight = bounces.reduce((sum, { at }) => sum + 0.5 ** ((Date.parse(now) - Date.parse(at)) / HALF_LIFE_MS), 0)
  // A little less than so many: the last of them is always a moment old.
  return weight > MAX_WEIGHT - 0.5
}
