import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '../id.ts'
import type { RecordKey } from '../keyed-digest.ts'
import { topicOf } from './topic.ts'

const DAY_MS = 86_400_000

/**
 * What a link lets whoever has it do, and for how long.
 *
 * Confirm: say yes to one sign-up. Preferences: see and change all of one subscription; mailed only to who asks for it,
 * and short. Leave: leave one topic and see nothing, so that a mail that is passed on gives no more away; it holds as
 * long as anybody may still read the mail. One-click: the same, for the mail program's own button.
 */
export const LINK_LIFE_MS = {
  confirm: 7 * DAY_MS,
  preferences: DAY_MS / 24,
  leave: 365 * DAY_MS,
  'one-click': 365 * DAY_MS,
} as const

export type LinkScope = keyof typeof LINK_LIFE_MS

/** What a link is about. */
export type LinkGrant =
  | { readonly scope: 'confirm'; readonly signUp: Id }
  | { readonly scope: 'preferences'; readonly subscriber: Id }
  /** `topic` in one word, as `topicWord` makes it. */
  | { readonly scope: 'leave' | 'one-click'; readonly subscriber: Id; readonly topic: string }

/** Makes and reads the tokens of links in mails. */
export type LinkTokens = {
  /** @param now UTC; the token holds as long as its scope says */
  of(grant: LinkGrant, now: string): string
  /** What a token grants now; null for one that is not ours, of another scope, or over. */
  read<Scope extends LinkScope>(token: string, scope: Scope, now: string): (LinkGrant & { scope: Scope }) | null
}

/** 128 bits: nobody guesses one. */
const MAC_BYTES = 16
const FORM = /^([a-z-]{5,11})~([0-9A-Za-z]{1,40})~([\w.:-]{0,220})~([0-9a-z]{1,10})~([\w-]{22})$/u

/** The parts of a token, which are all of one alphabet that has no "~". */
function partsOf(grant: LinkGrant, now: string): string {
  const about = grant.scope === 'confirm' ? grant.signUp : grant.subscriber
  const topic = 'topic' in grant ? grant.topic : ''
  const over = Math.floor((Date.parse(now) + LINK_LIFE_MS[grant.scope]) / 1000)
  return [grant.scope, about, topic, over.toString(36)].join('~')
}

function grantOf(scope: string, about: string, topic: string): LinkGrant | null {
  if (scope === 'confirm') return topic === '' ? { scope, signUp: about } : null
  if (scope === 'preferences') return topic === '' ? { scope, subscriber: about } : null
  if (scope !== 'leave' && scope !== 'one-click') return null
  return topicOf(topic) !== null ? { scope, subscriber: about, topic } : null
}

/** Tokens that are signed with a key of their own, made of the record's. */
export function linkTokens(key: RecordKey): LinkTokens {
  const linkKey = createHmac('sha256', key.bytes).update('the links of the newsletter').digest()
  const macOf = (parts: string) => createHmac('sha256', linkKey).update(parts).digest().subarray(0, MAC_BYTES)
  return {
    of: (grant, now) => {
      const parts = partsOf(grant, now)
      return `${parts}~${macOf(parts).toString('base64url')}`
    },
    read: <Scope extends LinkScope>(token: string, scope: Scope, now: string) => {
      const [, named = '', about = '', topic = '', over = '', mac = ''] = FORM.exec(token) ?? []
      const given = Buffer.from(mac, 'base64url')
      // The last character of base 64 has bits to spare: only the form that we write is ours.
      if (given.length !== MAC_BYTES || given.toString('base64url') !== mac) return null
      if (!timingSafeEqual(given, macOf([named, about, topic, over].join('~')))) return null
      if (named !== scope || Number.parseInt(over, 36) * 1000 < Date.parse(now)) return null
      return grantOf(named, about, topic) as (LinkGrant & { scope: Scope }) | null
    },
  }
}
