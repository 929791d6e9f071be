import type { Due } from '../../record/commitments/commitment.ts'
import type { Schedule } from '../../record/commitments/schedule.ts'
import { dateInSentence } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import type { Messages } from '../messages/messages.ts'
import { wordsHtml } from '../words-html.ts'

/** Whether a schedule is what the page's one warm colour is kept for: overdue, broken, withdrawn. */
export function isLate({ state, ...schedule }: Schedule): boolean {
  if (state === 'overdue' || state === 'perhaps overdue') return true
  return state === 'ended' && 'as' in schedule && schedule.as !== 'superseded'
}

/** Where a commitment stands to its date, in words: "overdue by 74 to 104 days". Its date is said by `dueHtml`. */
function stateWords(schedule: Schedule, { dossier: { schedule: says, days } }: Messages): string {
  switch (schedule.state) {
    case 'no date':
      return schedule.endedBy === null ? says.noDate : says.metWithoutDate
    case 'due':
      return says.due(days(schedule.in))
    case 'due soon':
      return schedule.in.most === 0 ? says.today : says.soon(days(schedule.in))
    case 'overdue':
      return says.overdue(days(schedule.by))
    case 'perhaps overdue':
      return says.perhaps(days(schedule.by))
    case 'met on time':
      return says.onTime
    case 'met late':
      return says.late(days(schedule.by))
    case 'met, perhaps late':
      return says.perhapsLate(days(schedule.by))
    case 'ended':
      return `${says.ended[schedule.as]}${schedule.late === null ? '' : says.endedLate(days(schedule.late))}`
  }
}

/** The same with what else the calendar says: the first date that was set, and whether the end is disputed. */
export function scheduleWords(schedule: Schedule, messages: Messages): string {
  const { schedule: says, days } = messages.dossier
  const past = schedule.pastFirstDue === null ? '' : says.pastFirst(days(schedule.pastFirstDue))
  return `${stateWords(schedule, messages)}${past}${schedule.isEndDisputed ? says.endDisputed : ''}`
}

/** By when something is due, in a sentence: "due in May 2022 (“in May”)"; null where nothing was set. */
export function dueHtml(due: Due | null, messages: Messages): Html | null {
  if (due === null) return null
  const { commitments: says } = messages.dossier
  const words = due.words === null ? '' : filled('“{words}”', { words: wordsHtml(due.words) })
  if (due.date === null) return filled(says.dueInWords, { words })
  const date = dateInSentence(due.date.edtf, messages)
  return filled(due.words === null ? says.due : says.dueWithWords, { date, words })
}
