import type { Id } from '../id.ts'
import type { Json } from '../ledger.ts'
import type { ConsentAct, ConsentWay } from './consent.ts'
import type { Following } from './following.ts'
import type { Language } from './languages.ts'
import type { AnswerMail, Door } from './sign-up-outcome.ts'

/** What a visitor asked for, as it is written down while the page is answered. */
export type MailRequest = {
  readonly door: Door
  /** As `mailAddress` gives it. */
  readonly address: string
  /** As `networkOf` gives it. */
  readonly network: string
  /** What tells the work that was shown from all other; null where none was. */
  readonly proof: string | null
  readonly isTrapped: boolean
  /** What is to be followed; null where that was not asked. */
  readonly following: Following | null
  readonly language: Language
  /** The version of the terms that were agreed to, and the form; null where none were. */
  readonly agreed: { readonly terms: number; readonly form: string } | null
}

/** A mail that waits to be sent. */
export type WaitingMail = {
  readonly id: Id
  readonly kind: AnswerMail
  readonly to: string
  readonly language: Language
  readonly subscriber: Id
  /** The sign-up that is to be confirmed; null for other mails. */
  readonly signUp: Id | null
  /** How often it was tried. */
  readonly tries: number
}

/** What somebody is subscribed to. */
export type Subscription = Following & {
  readonly id: Id
  readonly address: string
  readonly state: 'waiting' | 'subscribed' | 'left'
  readonly language: Language
  /** UTC. */
  readonly since: string
}

/** What came of a confirmation. */
export type Confirmed = 'confirmed' | 'over'

/** Those who signed up. Each call is one transaction; what a person did is told of in it, for the ledger. */
export interface Subscribers {
  /** Writes down what a visitor asked for. The same work is done whoever asks, and whatever is known of the address. */
  ask(request: MailRequest): Promise<void>
  /** Decides about some of what was asked for. @returns about how many; 0 where nothing waits */
  answerSome(): Promise<number>
  /** Mails that are due, the first one first; a few. */
  dueMails(): Promise<readonly WaitingMail[]>
  /** The mail was taken over; it is forgotten. */
  mailSent(id: Id): Promise<void>
  /** The mail is tried again after a while, or given up. */
  mailFailed(id: Id): Promise<void>
  /** Whether a sign-up waits to be confirmed, or was. */
  signUp(id: Id): Promise<'waiting' | Confirmed>
  /** Confirms a sign-up; again, it changes nothing. */
  confirm(signUp: Id): Promise<Confirmed>
  /** Null for nobody, and for who was erased. */
  subscription(id: Id): Promise<Subscription | null>
  /** @returns false for who is not subscribed */
  change(id: Id, following: Following): Promise<boolean>
  /** Leaves one topic, or all (null). Who does not follow it, or is nobody, changes nothing. */
  leave(id: Id, topic: string | null, way: ConsentWay): Promise<void>
  /** Erases all that is kept of a person but a keyed digest, which keeps the address from being written to again. */
  erase(id: Id): Promise<void>
  /** All that is kept here of a person, for the person; null for nobody. */
  everythingOf(id: Id): Promise<{ readonly [key: string]: Json } | null>
  /** What was done and is not known to be in the ledger yet, the first one first; some of it. */
  unledgered(): Promise<readonly ConsentAct[]>
  /** These are in the ledger. */
  ledgered(ids: readonly Id[]): Promise<void>
  /** Forgets sign-ups that nobody confirmed in time, with their addresses, and counts that no longer count. */
  forgetOver(): Promise<void>
}
