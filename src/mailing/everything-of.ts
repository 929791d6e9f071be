import type { Id } from '../record/id.ts'
import type { Json } from '../record/ledger.ts'
import type { Queries } from './mailing-database.ts'
import { subscriberOf } from './subscriptions.ts'

type Row = { readonly [key: string]: Json }

/** All that is kept here of a person, as the person may take it along. Times are UTC. */
export function everythingOf(queries: Queries, id: Id): Row | null {
  const row = subscriberOf(queries, id)
  if (row === null) return null
  const rows = (sql: string) => queries.all<Row>(sql, row.seq).map((one) => ({ ...one }))
  const { address, digest, language, state, cadence, added_at: since } = row
  const [suppressed] = queries.all<Row>('select reason, added_at as since from suppressions where digest = ?', digest)
  return {
    address,
    standsInTheRecordAs: digest,
    language,
    state,
    howOften: cadence,
    since,
    notWrittenTo: suppressed === undefined ? null : { ...suppressed },
    follows: rows('select topic, since from follows where subscriber = ? order by topic'),
    signUps: rows(
      `select topics, cadence as howOften, language, terms, form, asked_at as askedAt, confirmed_at as confirmedAt
       from sign_ups where subscriber = ? order by seq`,
    ).map((one) => ({ ...one, topics: JSON.parse(String(one['topics'])) as Json })),
    mails: rows(
      `select e.id as edition, d.state, d.tries, d.offered_at as offeredAt, d.ended_at as endedAt,
         d.reply_code as replyCode, d.reply_text as reply
       from deliveries d join editions e on e.seq = d.edition where d.subscriber = ? order by d.seq`,
    ),
    failures: rows('select kind, status, at from bounces where subscriber = ? order by seq'),
  }
}
