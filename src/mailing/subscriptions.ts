import type { Id } from '../record/id.ts'
import type { ConsentAct } from '../record/newsletter/consent.ts'
import type { Following } from '../record/newsletter/following.ts'
import { agreedWords, termsOf } from '../record/newsletter/terms.ts'
import type { Cadence } from '../record/newsletter/topic.ts'
import type { Queries } from './mailing-database.ts'

/** A subscriber as stored. */
export type SubscriberRow = {
  readonly seq: number
  readonly id: Id
  readonly address: string | null
  readonly digest: string
  readonly language: string
  readonly state: 'waiting' | 'subscribed' | 'left' | 'erased'
  readonly cadence: Cadence
  readonly added_at: string
  readonly agreed_terms: number | null
  readonly agreed_language: string | null
}

/** Null for nobody, and for who was erased. */
export function subscriberOf({ all }: Queries, id: Id): (SubscriberRow & { readonly address: string }) | null {
  const [row] = all<SubscriberRow>('select * from subscribers where id = ?', id)
  return row === undefined || row.address === null ? null : { ...row, address: row.address }
}

/** What a subscriber follows: topic words, in order. */
export function topicsFollowed({ all }: Queries, seq: number): readonly string[] {
  return all<{ topic: string }>('select topic from follows where subscriber = ? order by topic', seq).map(
    ({ topic }) => topic,
  )
}

/** Ends what a subscriber follows but for some topics, and keeps that it was followed: what moved until then is still owed. */
export function unfollow(
  { run }: Pick<Queries, 'run'>,
  seq: number,
  { except, now }: { readonly except: readonly string[]; readonly now: string },
): void {
  const ended = `from follows where subscriber = ? and topic not in (${except.map(() => '?').join(', ')})`
  run(
    `insert into followed (subscriber, topic, since, until) select subscriber, topic, since, ? ${ended}`,
    now,
    seq,
    ...except,
  )
  run(`delete ${ended}`, seq, ...except)
}

/** Has a subscriber follow these topics and no others; since when a topic is followed that stays is kept. */
export function setFollowing({ run }: Queries, seq: number, { topics, cadence }: Following, now: string): void {
  unfollow({ run }, seq, { except: topics, now })
  for (const topic of topics)
    run('insert or ignore into follows (subscriber, topic, since) values (?, ?, ?)', seq, topic, now)
  run('update subscribers set cadence = ? where seq = ?', cadence, seq)
}

/** The words that somebody agreed to, by their version and language. */
export function wordsOf(version: number | null, language: string | null): ConsentAct['words'] {
  const terms = version === null || language === null ? null : termsOf(version, language)
  return terms && { version: terms.version, language: terms.language, words: agreedWords(terms) }
}
