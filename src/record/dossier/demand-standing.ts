import type { DayNumber } from '../../text/calendar-day.ts'
import { type SupportAnswer, supportOf } from '../commitments/support.ts'
import { type Days, daysFrom, onDay } from './days.ts'
import type { Demand, Reply } from './demand.ts'
import { REPLY_KINDS } from './demand.ts'
import { bounds, happenedBy, inOrder } from './in-order.ts'
import type { ArticleOf } from './quoted.ts'

/** Where a demand stands on a day. */
export type DemandStanding = {
  /** Open until it is met or given up: an answer, a promise or a refusal leaves it open. */
  readonly state: 'not made yet' | 'open' | 'met' | 'withdrawn'
  /** How long it is open, or was until it was met or given up; null before it is made. */
  readonly openFor: Days | null
  /** How long nobody has replied, or had not until somebody did; null before it is made. */
  readonly unansweredFor: Days | null
  /** Replies so far, in order. */
  readonly replies: readonly Reply[]
  /** How well it is evidenced that it was made. */
  readonly evidence: SupportAnswer
}

/** The days on which something happened, none of them after `today`. */
function rangeOf({ date }: Pick<Demand, 'date'>, today: DayNumber) {
  const [first, last] = bounds(date)
  return { first: Math.min(first, today), last: Math.min(last, today), isAbout: false }
}

/** Where `demand` stands on a day; what happens only after `today` is left out. */
export function demandStanding(
  demand: Demand,
  { today, articleOf }: { readonly today: DayNumber; readonly articleOf: ArticleOf },
): DemandStanding {
  const evidence = supportOf(demand.evidence, articleOf)
  if (happenedBy([demand], today).length === 0)
    return { state: 'not made yet', openFor: null, unansweredFor: null, replies: [], evidence }
  const replies = happenedBy(
    inOrder(demand.replies, ({ kind }) => REPLY_KINDS.indexOf(kind)),
    today,
  )
  const asked = rangeOf(demand, today)
  const since = (reply: Reply | undefined): Days => {
    const days = daysFrom(asked, reply === undefined ? onDay(today) : rangeOf(reply, today))
    return { ...days, least: Math.max(0, days.least), most: Math.max(0, days.most) }
  }
  const end = replies.find(({ kind }) => kind === 'met' || kind === 'withdrawn')
  const state = end === undefined ? 'open' : end.kind === 'met' ? 'met' : 'withdrawn'
  return { state, openFor: since(end), unansweredFor: since(replies[0]), replies, evidence }
}
