import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { type Account, nameOf } from '../record/accounts/account.ts'
import type { Passkey } from '../record/accounts/passkey.ts'
import type { Challenges } from './challenges.ts'

/** EdDSA, ES256, RS256: what devices make. Left to itself the library asks Node for others that are still being tried out, which warns at the terminal. */
const ALGORITHMS = [-8, -7, -257]

/** Longer words are no answer of a browser. */
const MAX = 100_000
const Base64Url = z.string().regex(/^[\w-]{1,20000}={0,2}$/u)

/** What of a browser's answer is used; the library checks what it holds. */
const Answer = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
})
const Registered = Answer.extend({
  response: z.object({ clientDataJSON: Base64Url, attestationObject: Base64Url }),
})
const Signed = Answer.extend({
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.nullish().transform((handle) => handle ?? undefined),
  }),
})

/** Where a passkey is made or used, and by which browser. */
export type PasskeyPlace = {
  /** `http://localhost:4600`; its host is what the passkey belongs to. */
  readonly origin: string
  /** What the browser is known by. */
  readonly browser: string
}

function hostOf({ origin }: PasskeyPlace): string {
  return new URL(origin).hostname
}

/** An answer as the browser's script sends it, in JSON; null where it is none. */
function parsed<T>(form: z.ZodType<T>, words: string): T | null {
  if (words.length > MAX) return null
  try {
    return form.safeParse(JSON.parse(words)).data ?? null
  } catch {
    // Not JSON: whoever sent it did not use our page.
    return null
  }
}

/** What a browser is asked to make a passkey with. Its device asks for a finger, a face or a number each time. */
export async function registrationAsked(
  challenges: Challenges,
  account: Account,
  { place, known }: { readonly place: PasskeyPlace; readonly known: readonly Passkey[] },
) {
  return generateRegistrationOptions({
    rpName: 'Onrecord',
    rpID: hostOf(place),
    userName: nameOf(account),
    userID: new Uint8Array(Buffer.from(account.id, 'latin1')),
    challenge: challenges.make(place.browser),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Checks a new passkey. @returns null where the answer is none, is not of this browser, or was sent before */
export async function checkedRegistration(
  challenges: Challenges,
  words: string,
  place: PasskeyPlace,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter'> | null> {
  const response = parsed(Registered, words)
  if (response === null) return null
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: (challenge) => challenges.take(challenge, place.browser),
      expectedOrigin: place.origin,
      expectedRPID: hostOf(place),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    return verified ? registrationInfo.credential : null
  } catch {
    // The library throws a sentence for programmers at whatever does not hold.
    return null
  }
}

/** What a browser is asked to sign in with: any passkey of this place, so that nothing tells who has an account. */
export async function signInAsked(challenges: Challenges, place: PasskeyPlace) {
  return generateAuthenticationOptions({
    rpID: hostOf(place),
    challenge: challenges.make(place.browser),
    userVerification: 'required',
  })
}

/** Checks what a passkey signed. @returns null where the answer is none, of no passkey that is known, or was sent before */
export async function checkedSignIn(
  {
    challenges,
    passkey,
  }: { readonly challenges: Challenges; readonly passkey: (id: string) => Promise<Passkey | null> },
  words: string,
  place: PasskeyPlace,
): Promise<Pick<Passkey, 'id' | 'counter'> | null> {
  const response = parsed(Signed, words)
  const known = response && (await passkey(response.id))
  if (response === null || known === null) return null
  const credential = { id: known.id, publicKey: new Uint8Array(known.publicKey), counter: known.counter }
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => challenges.take(challenge, place.browser),
      expectedOrigin: place.origin,
      expectedRPID: hostOf(place),
      credential,
      requireUserVerification: true,
    })
    return verified ? { id: known.id, counter: authenticationInfo.newCounter } : null
  } catch {
    // As above.
    return null
  }
}
