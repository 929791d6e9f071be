import { html } from 'hono/html'
import { type DayNumber, edtfOfDay } from '../../text/calendar-day.ts'
import { dateInWords } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import { moveDays } from './move-days.ts'
import type { Shown } from './shown.ts'

/** The day and the record time that a page of a dossier was asked about, and how it answers. */
export type ShownMoment = {
  /** `2022-04-15`; null where none was asked for. */
  readonly on: string | null
  /** A day or moment of the record; null where none was asked for. */
  readonly asOf: string | null
  /**
   * What the page shows: today by what is known now; another day by what is known now, past or to come; what the record
   * knew then; or that it knew nothing then, and so what is known now.
   */
  readonly tells: 'now' | 'on' | 'ahead' | 'asOf' | 'before'
  /** Whether what was asked for was no day. */
  readonly isBad: boolean
}

/** The address of a dossier on another day. */
function hrefOn({ view }: Shown, day: DayNumber | null, { asOf, tells }: ShownMoment): string {
  const on = day === null ? null : edtfOfDay(day)
  const query = new URLSearchParams({
    ...(on !== null && { on }),
    ...(asOf !== null && tells === 'asOf' && { asOf }),
  }).toString()
  return `/dossiers/${encodeURIComponent(view.dossier.id)}${query && `?${query}`}`
}

function dayWords({ messages }: Shown, day: DayNumber): string {
  const edtf = edtfOfDay(day)
  return edtf === null ? messages.notKnown : dateInWords(edtf, messages)
}

/** One sentence that says what the page shows: which day, and what the record knew. */
export function momentSentence(shown: Shown, { asOf, tells }: ShownMoment): Html {
  const { view, messages } = shown
  return html`<p class="moment">${filled(messages.dossier.moment[tells], {
    day: html`<b>${dayWords(shown, view.today)}</b>`,
    at: dateInWords((asOf ?? view.at).slice(0, 10), messages),
    since: dateInWords((view.publishedAt ?? view.changedAt).slice(0, 10), messages),
  })}</p>`
}

/** The nearest days before and after the one that is shown on which the dossier moved. */
function stepsHtml(shown: Shown, moment: ShownMoment): Html {
  const { view, messages } = shown
  const says = messages.dossier.moment
  const days = moveDays(view.dossier)
  const [earlier, later] = [days.findLast((day) => day < view.today), days.find((day) => day > view.today)]
  const link = (words: string, day: DayNumber | undefined) =>
    day === undefined ? '' : html`<li>${words} <a href="${hrefOn(shown, day, moment)}">${dayWords(shown, day)}</a></li>`
  const isNow = moment.tells === 'now'
  return html`<ul class="moves" aria-label="${says.moves}">${link(says.earlier, earlier)}${link(says.later, later)}${
    !isNow && html`<li><a href="/dossiers/${encodeURIComponent(view.dossier.id)}">${says.back}</a></li>`
  }</ul>`
}

/** The form that asks where the dossier stood on another day, and what the record knew on another; works without script. */
export function momentForm(shown: Shown, moment: ShownMoment): Html {
  const says = shown.messages.dossier.moment
  const { asOf, isBad, tells } = moment
  // Where the record knew nothing then, the day is what is shown.
  const on = tells === 'before' ? edtfOfDay(shown.view.today) : moment.on
  const day = (asked: string | null) => (asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : '')
  return html`<form class="moment-form" action="/dossiers/${encodeURIComponent(shown.view.dossier.id)}" method="get" aria-labelledby="moment">
<h2 id="moment">${says.title}</h2>
${isBad && html`<p class="fault" role="alert">${says.bad}</p>`}
<div class="fields">
<p><label for="on">${says.onLabel}</label><input id="on" type="date" name="on" value="${day(on)}" aria-describedby="on-hint"><span class="hint" id="on-hint">${says.onHint}</span></p>
<p><label for="asOf">${says.asOfLabel}</label><input id="asOf" type="date" name="asOf" value="${day(asOf)}" aria-describedby="asOf-hint"><span class="hint" id="asOf-hint">${says.asOfHint}</span></p>
</div>
<p><button type="submit">${says.submit}</button></p>
${stepsHtml(shown, moment)}
</form>`
}
