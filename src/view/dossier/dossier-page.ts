import { html } from 'hono/html'
import type { QuotedItem } from '../../record/dossier/dossier.ts'
import type { DossierGone, DossierView } from '../../record/public-record.ts'
import type { SampleSet } from '../../record/sample-set.ts'
import { momentInWords } from '../dates.ts'
import type { Html } from '../html.ts'
import type { PageBody } from '../layout.ts'
import type { Messages } from '../messages/messages.ts'
import { namesHtml } from '../names-html.ts'
import { timelineHtml } from '../timeline/timeline-html.ts'
import { wordsHtml } from '../words-html.ts'
import { actorsHtml } from './actors-html.ts'
import { commitmentsHtml } from './commitments-html.ts'
import { demandsHtml } from './demands-html.ts'
import { quotedHtml } from './evidence-html.ts'
import { figuresHtml } from './figures-html.ts'
import { goneList } from './gone-html.ts'
import { happenedStanding } from './happened-standing.ts'
import { momentForm, momentSentence, type ShownMoment } from './moment-html.ts'
import type { Shown } from './shown.ts'
import { standingSentences } from './standing-sentences.ts'
import { termsHtml } from './terms-html.ts'

function placesHtml({ view, messages }: Shown): Html | '' {
  const { actors, places: all } = view.dossier
  // "Beijing" that stands for a government is no place of the matter.
  const meant = new Set(actors.flatMap(({ relations }) => relations.map(({ to }) => to)))
  const places = all.filter(({ id }) => !meant.has(id))
  if (places.length === 0) return ''
  return html`<p class="places">${messages.dossier.places}: ${places.map(({ names }, at) => html`${at > 0 && ', '}${namesHtml(names)}`)}</p>`
}

function quotedSection(shown: Shown, quoted: readonly QuotedItem[]): Html | '' {
  if (quoted.length === 0) return ''
  return html`<section aria-labelledby="quoted"><h2 id="quoted">${shown.messages.dossier.quotedTitle}</h2>
<ul class="evidence-lines">${quoted.map((item) => html`<li id="at-${item.id}">${quotedHtml(shown, item)}</li>`)}</ul></section>
`
}

function goneSection({ view, messages }: Shown): Html | '' {
  if (view.gone.length === 0) return ''
  return html`<section aria-labelledby="gone"><h2 id="gone">${messages.dossier.gone.title}</h2>
${goneList(view.gone, messages)}</section>
`
}

function recordSection({ view, messages }: Shown): Html {
  const says = messages.dossier.record
  const { publishedAt, changedAt, dossier } = view
  const time = (instant: string) => html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
  return html`<section aria-labelledby="record"><h2 id="record">${says.title}</h2>
<dl class="answers">${publishedAt !== null && html`<div><dt>${says.published}</dt> <dd>${time(publishedAt)}</dd></div>`}
<div><dt>${says.changed}</dt> <dd>${time(changedAt)}</dd></div>
<div><dt>${says.days}</dt> <dd>${dossier.timeZones.length === 0 ? says.utc : dossier.timeZones.join(', ')}</dd></div></dl></section>
`
}

/** A dossier: where it stands, its timeline, commitments, terms, demands and figures, each line with its evidence. */
export function dossierPage(
  view: DossierView,
  {
    moment,
    sample,
    messages,
  }: { readonly moment: ShownMoment; readonly sample: SampleSet | null; readonly messages: Messages },
): PageBody {
  const shown: Shown = { view, messages }
  const says = messages.dossier
  const { dossier } = view
  const standing = happenedStanding(view)
  return {
    title: dossier.title,
    section: 'dossiers',
    script: null,
    main: html`<article class="dossier"><h1>${wordsHtml(dossier.title)}</h1>
${dossier.summary !== null && html`<p class="lead">${wordsHtml(dossier.summary)}</p>`}
${placesHtml(shown)}
${sample !== null && html`<p class="sample">${messages.samples[sample]}</p>`}
<section class="stands" aria-labelledby="stands"><h2 id="stands">${says.stands}</h2>
${momentSentence(shown, moment)}
<p class="sentences">${standingSentences(shown, standing).map((sentence, at) => html`${at > 0 && ' '}${sentence}`)}</p>
${standing.ahead > 0 && html`<p class="hint">${says.moment.notYet(standing.ahead)}</p>`}</section>
${momentForm(shown, moment)}
${timelineHtml(shown)}
${commitmentsHtml(shown, standing.commitments)}${termsHtml(shown, standing.commitments)}${demandsHtml(shown, standing.demands)}${figuresHtml(shown, standing.figures)}${quotedSection(shown, standing.quoted)}${actorsHtml(shown)}${goneSection(shown)}${recordSection(shown)}</article>`,
  }
}

/** What stands where a dossier was: when it went, and why. */
export function dossierGonePage({ gone }: DossierGone, messages: Messages): PageBody {
  const says = messages.dossier.gone
  return {
    title: says.whole,
    section: 'dossiers',
    script: null,
    main: html`<h1>${says.whole}</h1>
${goneList(gone, messages)}`,
  }
}
