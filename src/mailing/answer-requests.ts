import { LINK_LIFE_MS } from '../record/newsletter/link-token.ts'
import {
  type AnswerMail,
  answerTo,
  type Standing,
  type SuppressionReason,
} from '../record/newsletter/sign-up-outcome.ts'
import type { Queries } from './mailing-database.ts'
import { domainOf, type MailingParts } from './mailing-parts.ts'
import type { RequestRow } from './sign-up-requests.ts'
import { spendProof, takeAllowance } from './take-allowance.ts'

/** Requests that are decided in one transaction, so that no page waits for long. */
const AT_ONCE = 50

type Known = { readonly seq: number; readonly state: Standing }

/** The subscriber that a request is about, made where there is none yet. */
function subscriberFor(
  { all, run }: Queries,
  { address, language }: RequestRow,
  { digest, id, now }: { readonly digest: string; readonly id: string; readonly now: string },
): number | undefined {
  run(
    `insert or ignore into subscribers (id, address, digest, domain, language, state, added_at)
     values (?, ?, ?, ?, ?, 'waiting', ?)`,
    ...[id, address, digest, domainOf(address), language, now],
  )
  return all<{ seq: number }>('select seq from subscribers where digest = ?', digest)[0]?.seq
}

function addSignUp(
  { all }: Queries,
  { topics, cadence, language, terms, form, asked_at: askedAt }: RequestRow,
  { subscriber, id, now }: { readonly subscriber: number; readonly id: string; readonly now: string },
): number | undefined {
  const over = new Date(Date.parse(now) + LINK_LIFE_MS.confirm).toISOString()
  return all<{ seq: number }>(
    `insert into sign_ups (id, subscriber, topics, cadence, language, terms, form, asked_at, over_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning seq`,
    ...[id, subscriber, topics, cadence, language, terms, form, askedAt, over],
  )[0]?.seq
}

/** Puts the mail that answers a request on the list of those to be sent. */
function addMail(queries: Queries, row: RequestRow, answering: Answering & { readonly kind: AnswerMail }): void {
  const { kind, digest, now, newId } = answering
  const subscriber = subscriberFor(queries, row, { digest, id: newId(now), now })
  if (subscriber === undefined) return
  const signUp = kind === 'confirm' ? addSignUp(queries, row, { subscriber, id: newId(now), now }) : null
  queries.run(
    `insert into answer_mails (id, kind, subscriber, sign_up, language, not_before) values (?, ?, ?, ?, ?, ?)`,
    ...[newId(now), kind, subscriber, signUp ?? null, row.language, now],
  )
}

type Answering = Pick<MailingParts, 'newId'> & { readonly digest: string; readonly now: string }

function answerOne(queries: Queries, row: RequestRow, { now, newId, subjectOf }: MailingParts & { now: string }): void {
  const { all, run } = queries
  run('delete from requests where seq = ?', row.seq)
  const hasProof = spendProof(queries, row.proof, now)
  const isWithin = takeAllowance(queries, { ...row, hasProof }, { now, subjectOf })
  const digest = subjectOf(row.address)
  const [known] = all<Known>('select seq, state from subscribers where digest = ?', digest)
  const [suppressed] = all<{ reason: SuppressionReason }>('select reason from suppressions where digest = ?', digest)
  const kind = answerTo({
    door: row.door,
    isTrapped: row.trapped === 1,
    isOverLimit: !isWithin,
    standing: known?.state ?? 'unknown',
    suppressed: suppressed?.reason ?? null,
  })
  if (kind !== null) addMail(queries, row, { kind, digest, now, newId })
}

/** Decides about the requests that waited longest. @returns about how many */
export function answerRequests(queries: Queries, now: string, parts: MailingParts): number {
  const rows = queries.all<RequestRow>(`select * from requests order by seq limit ${AT_ONCE}`)
  for (const row of rows) answerOne(queries, row, { ...parts, now })
  return rows.length
}
