import type { Id } from '../id.ts'

/** A passkey of an account: the public half of a key pair whose other half never leaves the person's device. */
export type Passkey = {
  /** The credential's id, in base 64 for addresses. */
  readonly id: string
  readonly accountId: Id
  /** As the person calls it. */
  readonly name: string
  /** COSE. */
  readonly publicKey: Uint8Array
  /** How often it signed, as its device counts; 0 for ever where it does not. */
  readonly counter: number
  /** UTC. */
  readonly madeAt: string
  /** UTC; null where it was not used yet. */
  readonly usedAt: string | null
}
