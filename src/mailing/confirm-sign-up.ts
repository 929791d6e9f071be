import type { Id } from '../record/id.ts'
import type { Confirmed } from '../record/newsletter/subscribers.ts'
import type { Cadence } from '../record/newsletter/topic.ts'
import { tellLedger } from './consent-outbox.ts'
import type { Queries } from './mailing-database.ts'
import type { MailingParts } from './mailing-parts.ts'
import { setFollowing, wordsOf } from './subscriptions.ts'

type SignUpRow = {
  readonly seq: number
  readonly subscriber: number
  readonly digest: string
  readonly topics: string
  readonly cadence: Cadence
  readonly language: string
  readonly terms: number
  readonly form: string
  readonly asked_at: string
  readonly over_at: string
  readonly confirmed_at: string | null
  readonly isErased: number
  readonly suppressed: string | null
}

/** How it stands with a sign-up; whether it is there at all is not told apart from one that is over. */
export function signUpState({ all }: Queries, id: Id, now: string): { state: 'waiting' | Confirmed; row?: SignUpRow } {
  const [row] = all<SignUpRow>(
    `select u.*, s.digest, s.address is null as isErased, x.reason as suppressed from sign_ups u
     join subscribers s on s.seq = u.subscriber left join suppressions x on x.digest = s.digest where u.id = ?`,
    id,
  )
  if (row === undefined || row.isErased === 1) return { state: 'over' }
  if (row.confirmed_at !== null) return { state: 'confirmed' }
  const mayBeWrittenTo = row.suppressed === null || row.suppressed === 'left'
  return row.over_at > now && mayBeWrittenTo ? { state: 'waiting', row } : { state: 'over' }
}

/** Makes a subscriber of who signed up, with what was asked for, and tells the ledger. */
export function confirmSignUp(queries: Queries, id: Id, now: string, { newId }: MailingParts): Confirmed {
  const { run } = queries
  const { state, row } = signUpState(queries, id, now)
  if (row === undefined) return state === 'confirmed' ? 'confirmed' : 'over'
  const { subscriber, digest, cadence, language, terms, form } = row
  const topics = JSON.parse(row.topics) as readonly string[]
  run('update sign_ups set confirmed_at = ? where seq = ?', now, row.seq)
  run(
    `update subscribers set state = 'subscribed', language = ?, agreed_terms = ?, agreed_language = ? where seq = ?`,
    ...[language, terms, language, subscriber],
  )
  run(`delete from suppressions where digest = ? and reason = 'left'`, digest)
  setFollowing(queries, subscriber, { topics, cadence }, now)
  tellLedger(queries, {
    id: newId(now),
    kind: 'consent',
    subject: digest,
    words: wordsOf(terms, language),
    form,
    topics,
    cadence,
    askedAt: row.asked_at,
    way: 'confirmation-link',
    at: now,
  })
  return 'confirmed'
}
