import type { Clock } from '../record/clock.ts'
import type { Consents } from '../record/newsletter/consents.ts'
import type { LinkTokens } from '../record/newsletter/link-token.ts'
import type { Subscribers } from '../record/newsletter/subscribers.ts'
import type { PublicRecord } from '../record/public-record.ts'
import type { Web } from '../web/web.ts'
import type { ProofOfWork } from './proof-of-work.ts'

/** What the pages of the newsletter need from the rest of the house. */
export type NewsletterOptions = {
  readonly subscribers: Subscribers
  readonly consents: Pick<Consents, 'of' | 'subjectOf'>
  readonly links: LinkTokens
  readonly proofs: ProofOfWork
  /** The names of what can be followed. */
  readonly publicRecord: Pick<PublicRecord, 'dossiers' | 'dossier' | 'speaker'>
  readonly clock: Clock
}

/** The options, and what every page needs. */
export type Newsletter = NewsletterOptions & Web
