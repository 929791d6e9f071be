import { randomBytes } from 'node:crypto'
import type { Clock } from '../record/clock.ts'

/** As long as a person takes to find the device; browsers ask for five minutes at most. */
const LIFE_MS = 5 * 60_000
/** Of more the first are forgotten, so that nobody fills the memory. */
const MOST = 10_000

/** Random words that a passkey signs, each for one browser and good for once: an answer that is sent again is none. */
export type Challenges = {
  /** A new one. @param of what the browser is known by */
  make(of: string): Uint8Array<ArrayBuffer>
  /** Whether one was made for this browser a moment ago; it is not good any more then. @param challenge in base 64 for addresses */
  take(challenge: string, of: string): boolean
}

/** Challenges that the process holds, and forgets when it ends. */
export function challenges(clock: Clock): Challenges {
  const open = new Map<string, { readonly of: string; readonly madeAt: number }>()
  return {
    make: (of) => {
      const bytes = new Uint8Array(randomBytes(32))
      open.set(Buffer.from(bytes).toString('base64url'), { of, madeAt: Date.parse(clock.now()) })
      const [oldest] = open.keys()
      if (open.size > MOST && oldest !== undefined) open.delete(oldest)
      return bytes
    },
    take: (challenge, of) => {
      const made = open.get(challenge)
      if (made === undefined || made.of !== of) return false
      open.delete(challenge)
      return Math.abs(Date.parse(clock.now()) - made.madeAt) < LIFE_MS
    },
  }
}
