import type { Id } from '../id.ts'
import type { Account } from './account.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A session that nobody used for so long is over: who was away for a holiday signs in anew. */
export const SESSION_IDLE_MS = 14 * DAY_MS
/** However much it is used, it is over after this. */
export const SESSION_MAX_MS = 90 * DAY_MS
/** Its last use is written down so often at most, so that reading does not write. */
export const SESSION_TOUCH_MS = 5 * 60_000

/** How somebody came in. */
export type SignInWay = 'link' | 'passkey'

/** One browser that somebody is signed in with. */
export type Session = {
  readonly id: Id
  readonly accountId: Id
  readonly way: SignInWay
  /** UTC. */
  readonly madeAt: string
  /** UTC, within `SESSION_TOUCH_MS`. */
  readonly usedAt: string
  /** The network address it was last used from; null where that is not known. */
  readonly from: string | null
  /** What the browser calls itself, cut short; null where it says nothing. */
  readonly browser: string | null
}

/** A session to be made. */
export type NewSession = Pick<Session, 'from' | 'browser'> & {
  /** SHA-256 of its token, lower-case hex: the token itself is in the person's browser alone. */
  readonly digest: string
}

/** Who asks for a page of the desk, and by which session. */
export type SignedIn = { readonly account: Account; readonly session: Session }

/** Whether a session can still be used. A clock that was set back ends none. */
export function isLive({ madeAt, usedAt }: Pick<Session, 'madeAt' | 'usedAt'>, now: string): boolean {
  const at = Date.parse(now)
  return at - Date.parse(madeAt) < SESSION_MAX_MS && at - Date.parse(usedAt) < SESSION_IDLE_MS
}
