import { html } from 'hono/html'
import type { Schedule } from '../../record/commitments/schedule.ts'
import type { DossierStanding } from '../../record/dossier/dossier-standing.ts'
import { bounds } from '../../record/dossier/in-order.ts'
import type { TermState } from '../../record/dossier/term.ts'
import type { TermView } from '../../record/dossier/term-sides.ts'
import { dateInSentence } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import type { Messages } from '../messages/messages.ts'
import { wordsHtml } from '../words-html.ts'
import { actorHtml } from './actor-html.ts'
import { dueHtml, scheduleWords } from './schedule-words.ts'
import type { Shown } from './shown.ts'

type Commitments = DossierStanding['commitments']
type Commitment = Commitments[number]
type Tally = keyof Parameters<Messages['dossier']['tally']>[0]

function tallyOf(schedule: Schedule): Tally {
  switch (schedule.state) {
    case 'overdue':
      return 'overdue'
    case 'perhaps overdue':
      return 'perhaps'
    case 'due':
    case 'due soon':
      return 'due'
    case 'ended':
      return schedule.as
    case 'no date':
      return schedule.endedBy === null ? 'open' : 'kept'
    case 'met on time':
    case 'met late':
    case 'met, perhaps late':
      return 'kept'
  }
}

function tallySentence(commitments: Commitments, { dossier }: Messages): string {
  const tallies = commitments.map(({ answers }) => tallyOf(answers.schedule))
  const count = (tally: Tally) => tallies.filter((one) => one === tally).length
  return dossier.tally({
    overdue: count('overdue'),
    perhaps: count('perhaps'),
    broken: count('broken'),
    withdrawn: count('withdrawn'),
    due: count('due'),
    open: count('open'),
    kept: count('kept'),
    superseded: count('superseded'),
  })
}

/** How urgent a commitment is: days overdue count up, days left count down; null where nothing presses. */
function urgency({ answers: { schedule } }: Commitment): number | null {
  if (schedule.state === 'overdue' || schedule.state === 'perhaps overdue') return schedule.by.least + schedule.by.most
  if (schedule.state === 'due' || schedule.state === 'due soon') return -1 - schedule.in.least
  return null
}

function mostPressing(commitments: Commitments): Commitment | null {
  const pressing = commitments
    .flatMap((one) => {
      const urgent = urgency(one)
      return urgent === null ? [] : [{ one, urgent }]
    })
    .toSorted((a, b) => b.urgent - a.urgent)
  return pressing[0]?.one ?? null
}

/** The commitment whose last event by the day is the newest of all. */
function lastMoved(commitments: Commitments, today: number) {
  const moves = commitments.flatMap(({ commitment, answers }) => {
    const event = commitment.events.find(({ id }) => id === answers.evidence.eventId)
    return event === undefined ? [] : [{ commitment, answers, event, on: Math.min(bounds(event.date)[1], today) }]
  })
  return moves.toSorted((a, b) => b.on - a.on)[0] ?? null
}

function pressingSentence(shown: Shown, commitments: Commitments): Html | string {
  const { view, messages } = shown
  const says = messages.dossier.pressing
  const slotsOf = ({ id, actorId, what }: Commitment['commitment']) => ({
    who: actorHtml(shown, actorId, { isLinked: false }),
    what: html`<a href="#at-${id}">${wordsHtml(what)}</a>`,
  })
  const pressing = mostPressing(commitments)
  if (pressing !== null) {
    const { schedule } = pressing.answers
    const isLate = schedule.state === 'overdue' || schedule.state === 'perhaps overdue'
    const words = scheduleWords(schedule, messages)
    return filled(isLate ? says.overdue : says.due, {
      ...slotsOf(pressing.commitment),
      due: dueHtml(schedule.due, messages) ?? '',
      late: html`<strong class="late">${words}</strong>`,
      left: words,
    })
  }
  const moved = lastMoved(commitments, view.today)
  if (moved === null) return says.nothing
  return filled(says.moved, {
    ...slotsOf(moved.commitment),
    event: messages.dossier.commitments.events[moved.event.kind],
    date: dateInSentence(moved.event.date.edtf, messages),
    late: moved.event.kind === 'met' ? ` (${scheduleWords(moved.answers.schedule, messages)})` : '',
  })
}

/** What has come of a term, as far as the sides that say more than that it is sought say the same. */
function comeOf({ sides }: TermView): TermState | 'told differently' {
  const said = new Set(sides.map(({ state }) => state).filter((state) => state !== 'sought'))
  const [only, another] = said
  return only === undefined ? 'sought' : another === undefined ? only : 'told differently'
}

function termsClause(commitments: Commitments, { dossier: { terms: says } }: Messages): string {
  const come = commitments.flatMap(({ terms }) => terms.filter(({ sides }) => sides.length > 0).map(comeOf))
  const count = (state: TermState | 'told differently') => come.filter((one) => one === state).length
  return says.tally({
    sought: count('sought'),
    promised: count('promised'),
    granted: count('granted'),
    restricted: count('restricted'),
    refused: count('refused'),
    unknown: count('unknown'),
    'told differently': count('told differently'),
  })
}

function demandsClause(standings: DossierStanding['demands'], { dossier: { demands: says } }: Messages): string {
  const count = (state: string) => standings.filter(({ standing }) => standing.state === state).length
  return says.tally(count('open'), count('met'), count('withdrawn'))
}

/**
 * Where a dossier stands in three sentences, made from the record: how many commitments came to what; what presses
 * most, or moved last; what came of terms and demands.
 */
export function standingSentences(shown: Shown, { commitments, demands }: DossierStanding): readonly (Html | string)[] {
  const { messages } = shown
  return [
    tallySentence(commitments, messages),
    pressingSentence(shown, commitments),
    `${termsClause(commitments, messages)}; ${demandsClause(demands, messages)}.`,
  ]
}
