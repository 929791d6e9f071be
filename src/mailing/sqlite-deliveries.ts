import type { Id } from '../record/id.ts'
import { type Bounce, bounceOfReply } from '../record/newsletter/bounce.ts'
import type { Deliveries, FateOfOffer, WaitingOf } from '../record/newsletter/deliveries.ts'
import type { DeliveryCounts, DeliveryState, Fate, MayRepeat, Offer, Reply } from '../record/newsletter/delivery.ts'
import { countBounce } from './count-bounce.ts'
import type { MailingDatabase, Queries } from './mailing-database.ts'

/** A server's answer may be long, and is written down once for each message. */
const MAX_REPLY = 500

const NOTHING: DeliveryCounts = { waiting: 0, offered: 0, accepted: 0, deferred: 0, refused: 0, suppressed: 0 }

/** Deliveries of editions that are being sent, with who they go to. */
const SENDING = `from deliveries d
  join editions e on e.seq = d.edition and e.state = 'sending'`

type OfferRow = {
  readonly seq: number
  readonly editionId: Id
  readonly subscriberId: Id
  readonly address: string | null
  readonly language: string
  readonly tries: number
  readonly subscription: string
  readonly suppressed: string | null
}

/** What of an offer may be made now: null where it must not be, or waits no more. */
function offerOf({ run, all }: Queries, seq: number, now: string): Offer | null {
  const [row] = all<OfferRow>(
    `select d.seq, e.id as editionId, s.id as subscriberId, s.address, s.language, d.tries,
       s.state as subscription, x.reason as suppressed ${SENDING}
       join subscribers s on s.seq = d.subscriber
       left join suppressions x on x.digest = s.digest
     where d.seq = ? and (d.state = 'waiting' or d.state = 'deferred' and d.not_before <= ?)`,
    seq,
    now,
  )
  if (row === undefined) return null
  const { address, subscription, suppressed, ...offer } = row
  if (address !== null && subscription === 'subscribed' && suppressed === null) {
    run(`update deliveries set state = 'offered', not_before = null, offered_at = ? where seq = ?`, now, seq)
    return { ...offer, address }
  }
  run(`update deliveries set state = 'suppressed', not_before = null, ended_at = ? where seq = ?`, now, seq)
  return null
}

const replyOf = ({ code, text }: Reply) => [code, text.slice(0, MAX_REPLY).toWellFormed().replaceAll('\0', '')] as const

const OFFERED = "where seq = ? and state = 'offered'"

function writeFate(queries: Queries, seq: number, fate: Fate, now: string): void {
  const { run } = queries
  if (fate.state === 'waiting') {
    run(`update deliveries set state = 'waiting' ${OFFERED}`, seq)
    return
  }
  const reply = replyOf(fate.reply)
  const bounce = bounceOfReply(fate.reply, now)
  if (bounce !== null) countBounce(queries, seq, bounce)
  const tried = `tries = tries + 1, reply_code = ?, reply_text = ?`
  if (fate.state === 'accepted')
    run(`update deliveries set state = 'accepted', ended_at = ?, ${tried} ${OFFERED}`, now, ...reply, seq)
  else if (fate.state === 'deferred')
    run(
      `update deliveries set state = 'deferred', not_before = ?, may_repeat = max(may_repeat, ?), ${tried} ${OFFERED}`,
      fate.notBefore,
      Number(fate.mayRepeat),
      ...reply,
      seq,
    )
  else
    run(
      `update deliveries set state = 'refused', ended_at = ?, may_repeat = max(may_repeat, ?), ${tried} ${OFFERED}`,
      now,
      Number(fate.mayRepeat),
      ...reply,
      seq,
    )
}

const REPEATED = `select d.seq, s.id as subscriberId, coalesce(s.address, '') as address, d.state
  from deliveries d join subscribers s on s.seq = d.subscriber`

/** The deliveries in the newsletter's own file. */
export class SqliteDeliveries implements Deliveries {
  readonly #database: MailingDatabase

  constructor(database: MailingDatabase) {
    this.#database = database
  }

  async waiting(): Promise<readonly WaitingOf[]> {
    return this.#database.read(({ all }, now) => {
      const rows = all<{ seq: number; domain: string }>(
        `select d.seq, d.domain ${SENDING}
         where d.state in ('waiting', 'deferred') and coalesce(d.not_before, '') <= ? order by d.seq`,
        now,
      )
      return [...Map.groupBy(rows, ({ domain }) => domain)].map(([domain, some]) => ({
        domain,
        seqs: some.map(({ seq }) => seq),
      }))
    })
  }

  async nextDue(): Promise<string | null> {
    const [row] = this.#database.read(({ all }) =>
      all<{ due: string | null }>(`select min(d.not_before) as due ${SENDING} where d.not_before is not null`),
    )
    return row?.due ?? null
  }

  async turn(fates: readonly FateOfOffer[], seqs: readonly number[]): Promise<readonly Offer[]> {
    return this.#database.write((queries, now) => {
      for (const { seq, fate } of fates) writeFate(queries, seq, fate, now)
      return seqs.flatMap((seq) => offerOf(queries, seq, now) ?? [])
    })
  }

  async recover(): Promise<readonly MayRepeat[]> {
    return this.#database.write(({ all, run }) => {
      const found = all<MayRepeat>(`${REPEATED} where d.state = 'offered' order by d.seq`)
      run(`update deliveries set state = 'waiting', may_repeat = 1 where state = 'offered'`)
      return found.map((one) => ({ ...one, state: 'waiting' }))
    })
  }

  async cameBack(seq: number, { kind, status }: Pick<Bounce, 'kind' | 'status'>): Promise<void> {
    this.#database.write((queries, now) => countBounce(queries, seq, { kind, status, at: now }))
  }

  async counts(editionId: Id): Promise<DeliveryCounts> {
    const rows = this.#database.read(({ all }) =>
      all<{ state: DeliveryState; count: number }>(
        `select state, count(*) as count from deliveries
         where edition = (select seq from editions where id = ?) group by state`,
        editionId,
      ),
    )
    return { ...NOTHING, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
  }

  async mayRepeat(editionId: Id): Promise<readonly MayRepeat[]> {
    return this.#database.read(({ all }) =>
      all<MayRepeat>(
        `${REPEATED} where d.may_repeat = 1 and d.edition = (select seq from editions where id = ?) order by d.seq`,
        editionId,
      ),
    )
  }
}
