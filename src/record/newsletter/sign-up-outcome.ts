/** By which page a mail was asked for: to sign up, or to see and change what one signed up for. */
export type Door = 'sign-up' | 'preferences'

/** How it stands with an address. */
export type Standing = 'unknown' | 'waiting' | 'subscribed' | 'left' | 'erased'

/** Why nothing is written to an address. Who left may come back; of the others nobody is written to again. */
export type SuppressionReason = 'left' | 'refused' | 'complained' | 'erased' | 'blocked'

/** The mail that answers: to confirm a sign-up, to say that there is one already, or with a link to one's preferences. */
export type AnswerMail = 'confirm' | 'known' | 'preferences'

/** What is known of a request when it is decided, long after its page was answered. */
export type RequestFacts = {
  readonly door: Door
  /** Whether the field was filled in that people do not see. */
  readonly isTrapped: boolean
  readonly isOverLimit: boolean
  readonly standing: Standing
  readonly suppressed: SuppressionReason | null
}

/** Which mail answers a request; null for none. */
export function answerTo({ door, isTrapped, isOverLimit, standing, suppressed }: RequestFacts): AnswerMail | null {
  if (isTrapped || isOverLimit || standing === 'erased') return null
  if (suppressed !== null && suppressed !== 'left') return null
  if (door === 'preferences') return standing === 'unknown' ? null : 'preferences'
  return standing === 'subscribed' ? 'known' : 'confirm'
}
