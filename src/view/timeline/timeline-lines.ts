import type { CommitmentEvent } from '../../record/commitments/commitment.ts'
import type { OverdueSpan } from '../../record/commitments/overdue-spans.ts'
import { eventsInOrder } from '../../record/commitments/three-answers.ts'
import { bounds } from '../../record/dossier/in-order.ts'
import type { Evidence } from '../../record/dossier/quoted.ts'
import { type TimelineEntry, timelineOf } from '../../record/dossier/timeline.ts'
import type { Id } from '../../record/id.ts'
import { type DayNumber, edtfOfDay } from '../../text/calendar-day.ts'
import { daysOf, type Edtf, lastDayOf } from '../../text/edtf-time.ts'
import { mainName } from '../actor-names.ts'
import { dateInSentence, dateInWords } from '../dates.ts'
import type { Shown } from '../dossier/shown.ts'
import { plainLine } from '../plain-line.ts'

/** One line of the timeline: a day or several, and what is said of it. */
export type TimelineLine = {
  readonly id: Id
  readonly kind: 'event' | 'due' | 'demand' | 'reply' | 'quoted'
  readonly date: Edtf
  /** The days that its mark covers, both included. */
  readonly first: DayNumber
  readonly last: DayNumber
  /** When what was due then was overdue; null where it never was. */
  readonly overdue: OverdueSpan | null
  /** The date as people write it. */
  readonly when: string
  /** What is said of it, in one plain line. */
  readonly what: string
  /** What it rests on. */
  readonly evidence: readonly Evidence[]
}

/** The lines of one matter: a commitment, the demands, what was said besides. */
export type TimelineGroup = {
  /** The commitment's id; null for the others. */
  readonly id: Id | null
  readonly heading: string
  readonly lines: readonly TimelineLine[]
}

/** Steps of terms and claims of figures are dated, too; their tables say more of them than a mark could. */
type Drawn = TimelineEntry & { readonly kind: TimelineLine['kind'] }
const isDrawn = (entry: TimelineEntry): entry is Drawn => entry.kind !== 'step' && entry.kind !== 'claim'

function nameOf({ view, messages }: Shown, id: Id | null): string {
  const actor = view.dossier.actors.find((other) => other.id === id)
  return plainLine(mainName(actor?.names ?? [])?.name ?? messages.notKnown)
}

/** The days that a date covers in a picture: one without a beginning or an end is drawn at the end that it has. */
function daysDrawn(date: Edtf): readonly [first: DayNumber, last: DayNumber] {
  const { first, last } = daysOf(date)
  const [from, to] = bounds(date)
  return [first ?? last ?? from, last ?? first ?? to]
}

function overdueWords({ view, messages }: Shown, { perhapsFrom, from, to }: OverdueSpan): string {
  const says = messages.dossier.timeline
  const late = messages.dossier.days({ least: to - from + 1, most: to - perhapsFrom + 1, isAbout: false })
  const end = edtfOfDay(to)
  if (to >= view.today || end === null) return says.overdueStill.replace('{late}', late)
  return says.overdueUntil.replace('{late}', late).replace('{date}', () => dateInWords(end, messages))
}

/** The last event, in the order in which they happened, that set a due date which ends on a day. */
function lastThatSet(events: readonly CommitmentEvent[], end: DayNumber): CommitmentEvent | undefined {
  return eventsInOrder(events).findLast(({ due }) => due?.date != null && lastDayOf(due.date)?.last === end)
}

/** The span of days on which what was due then was overdue; of a date that was set again, its last setting has it. */
function overdueOf(
  { view }: Shown,
  { commitment, event, date }: TimelineEntry & { readonly kind: 'due' },
): OverdueSpan | null {
  const standing = view.standing.commitments.find((one) => one.commitment.id === commitment.id)
  const end = lastDayOf(date)?.last
  if (end === undefined || lastThatSet(commitment.events, end)?.id !== event.id) return null
  return standing?.overdue.find(({ from }) => from === end + 1) ?? null
}

function whatOf(shown: Shown, entry: Drawn): string {
  const { messages } = shown
  const { commitments, demands, timeline, quoted } = messages.dossier
  const inQuotes = (words: string) => quoted(plainLine(words))
  switch (entry.kind) {
    case 'event':
      return commitments.events[entry.event.kind]
    case 'due': {
      const words = entry.event.due?.words ?? null
      const due = timeline.due.replace('{date}', () => dateInSentence(entry.date.edtf, messages))
      const overdue = overdueOf(shown, entry)
      return [
        `${due}${words === null ? '' : ` (${inQuotes(words)})`}`,
        ...(overdue === null ? [] : [overdueWords(shown, overdue)]),
      ].join('; ')
    }
    case 'demand':
      return timeline.demand.replace('{what}', () => plainLine(entry.demand.what))
    case 'reply':
      return demands.reply[entry.reply.kind]
    case 'quoted':
      return `${nameOf(shown, entry.item.speakerId)}: ${inQuotes(entry.item.words)}`
  }
}

function evidenceOf(entry: Drawn): readonly Evidence[] {
  switch (entry.kind) {
    case 'event':
    case 'due':
      return entry.event.evidence
    case 'demand':
      return entry.demand.evidence
    case 'reply':
      return entry.reply.evidence
    case 'quoted':
      return [{ ...entry.item, stance: 'supports' }]
  }
}

/** Whether a line belongs to what had happened by the day: what was due later does, once that was set. */
function isKnownBy(entry: Drawn, today: DayNumber): boolean {
  return bounds(entry.kind === 'due' ? entry.event.date : entry.date)[0] <= today
}

function lineOf(shown: Shown, entry: Drawn): TimelineLine {
  const [first, last] = daysDrawn(entry.date)
  return {
    id: entry.id,
    kind: entry.kind,
    date: entry.date,
    first,
    last: entry.kind === 'due' ? last : Math.max(first, Math.min(last, shown.view.today)),
    overdue: entry.kind === 'due' ? overdueOf(shown, entry) : null,
    when: dateInWords(entry.date.edtf, shown.messages),
    what: whatOf(shown, entry),
    evidence: evidenceOf(entry),
  }
}

/** Everything of a dossier that a timeline draws, by what it belongs to; in each group the earliest first. */
export function timelineGroups(shown: Shown): readonly TimelineGroup[] {
  const { view, messages } = shown
  const says = messages.dossier
  const entries = timelineOf(view.dossier, view.articleOf)
    .filter(isDrawn)
    .filter((entry) => isKnownBy(entry, view.today))
  const groupOf = (id: Id | null, heading: string, isOf: (entry: Drawn) => boolean): readonly TimelineGroup[] => {
    const lines = entries.filter(isOf).map((entry) => lineOf(shown, entry))
    return lines.length === 0 ? [] : [{ id, heading, lines }]
  }
  return [
    ...view.dossier.commitments.flatMap(({ id, actorId, what }) =>
      groupOf(
        id,
        says.commitments.heading
          .replace('{who}', () => nameOf(shown, actorId))
          .replace('{what}', () => plainLine(what)),
        (entry) => (entry.kind === 'event' || entry.kind === 'due') && entry.commitment.id === id,
      ),
    ),
    ...groupOf(null, says.timeline.asked, ({ kind }) => kind === 'demand' || kind === 'reply'),
    ...groupOf(null, says.timeline.others, ({ kind }) => kind === 'quoted'),
  ]
}
