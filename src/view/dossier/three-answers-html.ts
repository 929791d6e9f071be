import { html } from 'hono/html'
import type { Commitment } from '../../record/commitments/commitment.ts'
import type { ThreeAnswers } from '../../record/commitments/three-answers.ts'
import { dateInSentence } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import type { Messages } from '../messages/messages.ts'
import { dueHtml, isLate, scheduleWords } from './schedule-words.ts'
import type { Shown } from './shown.ts'

function officialHtml({ messages }: Shown, { events }: Commitment, { official }: ThreeAnswers): Html {
  const { commitments: words } = messages.dossier
  const { says, denies, eventId } = official
  const denied = denies === null ? '' : words.events[denies]
  if (says === null) return denies === null ? html`${words.saidNothing}` : filled(words.onlyDenies, { event: denied })
  const date = events.find(({ id }) => id === eventId)?.date.edtf ?? null
  const said = words.said[says]
  return html`${date === null ? said : filled(words.saidOn, { said, date: dateInSentence(date, messages) })}${
    denies && filled(words.denies, { event: denied })
  }`
}

function evidenceWords({ evidence }: ThreeAnswers, { dossier }: Messages): string {
  const { support: says } = dossier
  const event = evidence.of === null ? null : dossier.commitments.events[evidence.of]
  const by = says.by(evidence.supporting, evidence.documents)
  if (evidence.support === 'none' || event === null) return says.none(event)
  return evidence.support === 'disputed'
    ? says.disputed(event, by, evidence.disputing)
    : says[evidence.support](event, by)
}

/** The first letter as a sentence begins. */
function sentenceCase(words: string, { language }: Messages): string {
  return words.slice(0, 1).toLocaleUpperCase(language) + words.slice(1)
}

function answerHtml(term: string, says: Html | string, { isAlarming }: { readonly isAlarming: boolean }): Html {
  return html`<div><dt>${term}</dt> <dd${isAlarming ? html` class="late"` : ''}>${says}</dd></div>
`
}

/** The three answers in words, each by itself: what the actor says, what the evidence is, what the calendar says. */
export function threeAnswersHtml(shown: Shown, commitment: Commitment, answers: ThreeAnswers): Html {
  const { messages } = shown
  const { commitments: says } = messages.dossier
  const { schedule } = answers
  const due = dueHtml(schedule.due, messages)
  return html`<dl class="answers">
${answerHtml(says.official, officialHtml(shown, commitment, answers), { isAlarming: false })}${answerHtml(
  says.evidence,
  evidenceWords(answers, messages),
  { isAlarming: false },
)}${answerHtml(
  says.schedule,
  html`${sentenceCase(scheduleWords(schedule, messages), messages)}${due && html` <span class="due">${due}</span>`}`,
  {
    isAlarming: isLate(schedule),
  },
)}</dl>`
}
