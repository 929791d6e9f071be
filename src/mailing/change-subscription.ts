import type { Id } from '../record/id.ts'
import type { ConsentAct, ConsentWay } from '../record/newsletter/consent.ts'
import type { Following } from '../record/newsletter/following.ts'
import { tellLedger } from './consent-outbox.ts'
import type { Queries } from './mailing-database.ts'
import type { MailingParts } from './mailing-parts.ts'
import { type SubscriberRow, setFollowing, subscriberOf, topicsFollowed, unfollow, wordsOf } from './subscriptions.ts'

/** What a change needs to know of itself. */
type Changing = MailingParts & { readonly now: string }

/** The part of an act that is the same for all that a subscriber does. */
function actOf({ digest }: SubscriberRow, { newId, now }: Changing, way: ConsentWay) {
  return { id: newId(now), subject: digest, form: null, askedAt: null, way, at: now } as const
}

/** Has a subscriber follow something else, under the terms that were agreed to. @returns false for who is not subscribed */
export function changeFollowing(queries: Queries, id: Id, following: Following, changing: Changing): boolean {
  const row = subscriberOf(queries, id)
  if (row?.state !== 'subscribed') return false
  setFollowing(queries, row.seq, following, changing.now)
  const words = wordsOf(row.agreed_terms, row.agreed_language)
  // Who was taken over from elsewhere agreed to other words, which stand where that was told.
  if (words === null) return true
  const act: ConsentAct = { ...actOf(row, changing, 'preferences-link'), kind: 'consent', words, ...following }
  tellLedger(queries, act)
  return true
}

/** Leaves one topic, or all (null); who leaves the last one is written to no more. */
export function leaveTopic(
  queries: Queries,
  id: Id,
  { topic, way }: { readonly topic: string | null; readonly way: ConsentWay },
  changing: Changing,
): void {
  const row = subscriberOf(queries, id)
  if (row?.state !== 'subscribed') return
  const followed = topicsFollowed(queries, row.seq)
  const rest = topic === null ? [] : followed.filter((one) => one !== topic)
  if (rest.length === followed.length && rest.length > 0) return
  const { run } = queries
  if (rest.length > 0) setFollowing(queries, row.seq, { topics: rest, cadence: row.cadence }, changing.now)
  else {
    unfollow(queries, row.seq, { except: [], now: changing.now })
    run(`update subscribers set state = 'left' where seq = ?`, row.seq)
    run(`insert or ignore into suppressions (digest, reason, added_at) values (?, 'left', ?)`, row.digest, changing.now)
  }
  tellLedger(queries, {
    ...actOf(row, changing, way),
    kind: 'consent-withdrawn',
    words: null,
    topics: rest.length > 0 ? rest : null,
    cadence: rest.length > 0 ? row.cadence : null,
  })
}

/**
 * Erases all that is kept of a person. What stays: a keyed digest that keeps the address from being written to, and of
 * each mail that it was sent, and when.
 */
export function eraseSubscriber(queries: Queries, id: Id, changing: Changing): void {
  const row = subscriberOf(queries, id)
  if (row === null) return
  const { run } = queries
  for (const table of ['answer_mails', 'sign_ups', 'follows', 'followed'])
    run(`delete from ${table} where subscriber = ?`, row.seq)
  run('delete from requests where address = ?', row.address)
  run(`update deliveries set domain = '', reply_text = null where subscriber = ?`, row.seq)
  run(
    `update subscribers set address = null, domain = '', language = 'und', state = 'erased', cadence = 'weekly',
     agreed_terms = null, agreed_language = null where seq = ?`,
    row.seq,
  )
  run(
    `insert into suppressions (digest, reason, added_at) values (?, 'erased', ?)
     on conflict (digest) do update set reason = 'erased', added_at = excluded.added_at`,
    ...[row.digest, changing.now],
  )
  const nothing = { words: null, topics: null, cadence: null }
  tellLedger(queries, { ...actOf(row, changing, 'preferences-link'), kind: 'erasure', ...nothing })
}
