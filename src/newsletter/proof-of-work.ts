import { createHmac } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib/v1'
import type { Clock } from '../record/clock.ts'
import type { RecordKey } from '../record/keyed-digest.ts'

/** A challenge of ALTCHA: find the number whose SHA-256, behind the salt, is `challenge`. */
export type Challenge = Awaited<ReturnType<typeof createChallenge>>

/** Work that a visitor's browser shows, so that a program that asks a thousand times pays for it. Nobody else is asked. */
export type ProofOfWork = {
  challenge(): Promise<Challenge>
  /**
   * What tells a piece of work from all others, where it was done for a challenge of ours that is not over; else null.
   *
   * @param payload as the page's script sends it: base 64 of JSON
   */
  shown(payload: string): Promise<string | null>
}

/** Half as many hashes are needed on average: about a second in a telephone's browser. */
const MOST_TRIES = 50_000
/** Time to fill in the form. */
const LIFE_MS = 30 * 60_000
/** A payload has some 300 characters. */
const MAX_PAYLOAD = 1_000

/** Challenges that are signed with a key of their own, made of the record's: nothing is kept of them. */
export function proofOfWork(key: RecordKey, clock: Clock): ProofOfWork {
  const hmacKey = createHmac('sha256', key.bytes).update('the proofs of work').digest('hex')
  return {
    challenge: () =>
      createChallenge({
        hmacKey,
        maxnumber: MOST_TRIES,
        expires: new Date(Date.parse(clock.now()) + LIFE_MS),
      }),
    shown: async (payload) => {
      if (payload === '' || payload.length > MAX_PAYLOAD) return null
      const solution = solutionIn(payload)
      if (solution === null || !isInTime(solution.salt, clock)) return null
      return (await verifySolution(solution, hmacKey, false)) ? solution.challenge : null
    },
  }
}

type Solution = Parameters<typeof verifySolution>[0] & object

/** A solution as it is typed; what is none is null. */
function solutionIn(payload: string): Solution | null {
  try {
    const { algorithm, challenge, number, salt, signature } = JSON.parse(Buffer.from(payload, 'base64').toString())
    const areWords = [challenge, salt, signature].every((word) => typeof word === 'string')
    return areWords && algorithm === 'SHA-256' && Number.isSafeInteger(number)
      ? { algorithm, challenge, number, salt, signature }
      : null
  } catch {
    return null
  }
}

/** The salt says until when its challenge holds, in seconds since 1970; it is signed with the challenge. */
function isInTime(salt: string, clock: Clock): boolean {
  const expires = Number(new URLSearchParams(salt.split('?')[1]).get('expires'))
  return expires * 1000 > Date.parse(clock.now())
}
