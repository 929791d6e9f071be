import type { Id } from '../id.ts'

/**
 * How it stands with one edition for one subscriber. Offered is written before a server is offered the message, what came
 * of it after: whoever finds it so after a crash knows that it may have been taken.
 */
export type DeliveryState = 'waiting' | 'offered' | 'accepted' | 'deferred' | 'refused' | 'suppressed'

/** What a mail server answered. */
export type Reply = {
  /** Of RFC 5321: 250, 451, 550 …; 0 where the server said nothing that has one. */
  readonly code: number
  /** In one line, as it was received, or why there is none. */
  readonly text: string
}

/** A message that may be offered to a server now. */
export type Offer = {
  /** Counts up over all deliveries. */
  readonly seq: number
  readonly editionId: Id
  readonly subscriberId: Id
  readonly address: string
  /** BCP 47. */
  readonly language: string
  /** How often a server was offered it before. */
  readonly tries: number
}

/** What came of an offer, as it is written down. */
export type Fate =
  | { readonly state: 'accepted'; readonly reply: Reply }
  /** No server was told of it, or it broke off before the message was whole: it waits as before. */
  | { readonly state: 'waiting' }
  /** It is offered again from then on (UTC). */
  | { readonly state: 'deferred'; readonly reply: Reply; readonly notBefore: string; readonly mayRepeat: boolean }
  | { readonly state: 'refused'; readonly reply: Reply; readonly mayRepeat: boolean }

/** How many deliveries of an edition stand how. */
export type DeliveryCounts = Readonly<Record<DeliveryState, number>>

/** A message that its reader may get twice: a server was given all of it, and no answer was written down. */
export type MayRepeat = Pick<Offer, 'seq' | 'subscriberId' | 'address'> & { readonly state: DeliveryState }

/** One message as it is sent: the address that failures come back to, who it goes to, and its bytes. */
export type SentMail = { readonly from: string; readonly to: string; readonly bytes: Uint8Array }
