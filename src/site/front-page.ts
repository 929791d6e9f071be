import { html } from 'hono/html'
import type { CommitmentLine, Front, MovedLine, PublicStatement } from '../record/public-record.ts'
import { dateHtml, languageAttributes } from '../view/article-line.ts'
import { chainHtml } from '../view/chain-words.ts'
import { linkedActor } from '../view/dossier/actor-html.ts'
import { dueHtml, isLate, scheduleWords } from '../view/dossier/schedule-words.ts'
import { filled } from '../view/filled.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { contentWords, saidOn } from '../view/statement-facts.ts'
import { wordsHtml } from '../view/words-html.ts'
import type { SampleOf } from '../web/sample-mark.ts'

/** "OHCHR: to publish its report", which leads to its place in the dossier. */
function commitmentHtml({ dossier, actor, commitment }: CommitmentLine, sentence: string, messages: Messages): Html {
  const href = `/dossiers/${encodeURIComponent(dossier.id)}#at-${commitment.id}`
  return filled(sentence, {
    who: actor === null ? messages.notKnown : linkedActor(actor),
    what: html`<a href="${href}">${wordsHtml(commitment.what)}</a>`,
  })
}

function dossierHtml({ dossier: { id, title } }: CommitmentLine): Html {
  return html`<p class="where"><a href="/dossiers/${encodeURIComponent(id)}">${wordsHtml(title)}</a></p>`
}

function timedLine(line: CommitmentLine, messages: Messages): Html {
  const { schedule } = line.answers
  const due = dueHtml(schedule.due, messages)
  return html`<li><span class="when${isLate(schedule) && ' late'}">${scheduleWords(schedule, messages)}</span>
<div><p>${commitmentHtml(line, messages.front.commitment, messages)}${due && html`, ${due}`}</p>${dossierHtml(line)}</div></li>
`
}

function movedLine(line: MovedLine, messages: Messages): Html {
  const { kind, date } = line.event
  return html`<li><span class="when">${dateHtml(date.edtf, messages)}</span>
<div><p>${commitmentHtml(line, messages.dossier.commitments.heading, messages)}, <b>${messages.dossier.commitments.events[kind]}</b></p>${dossierHtml(line)}</div></li>
`
}

function statementLine(placed: PublicStatement, messages: Messages): Html {
  const { statement, article, speaker } = placed
  return html`<li><span class="when">${dateHtml(saidOn(placed) ?? article.published, messages)}</span>
<div><p>${speaker === null ? messages.statement.noSpeaker : linkedActor(speaker)}: <a class="words" href="/statements/${encodeURIComponent(statement.id)}"><bdi${languageAttributes(article.language)}>${contentWords(placed)}</bdi></a></p><p class="where">${chainHtml(placed, messages)}</p></div></li>
`
}

function section<T>(
  id: string,
  says: { readonly title: string; readonly none: string },
  { lines, lineHtml }: { readonly lines: readonly T[]; readonly lineHtml: (line: T) => Html },
): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${says.title}</h2>
${lines.length > 0 ? html`<ol class="steps">${lines.map(lineHtml)}</ol>` : html`<p class="hint">${says.none}</p>`}</section>
`
}

function listsHtml({ overdue, dueNext, moved, newest }: Front, messages: Messages): Html {
  const says = messages.front
  const timed = (line: CommitmentLine) => timedLine(line, messages)
  return html`${section('overdue', says.overdue, { lines: overdue, lineHtml: timed })}${section(
    'due-next',
    says.dueNext,
    {
      lines: dueNext,
      lineHtml: timed,
    },
  )}${section('moved', says.moved, { lines: moved, lineHtml: (line) => movedLine(line, messages) })}${section(
    'newest',
    says.newest,
    { lines: newest, lineHtml: (placed) => statementLine(placed, messages) },
  )}`
}

/** The front page: what is overdue, what is due next, what moved, and the newest statements. */
export function frontPage(
  front: Front,
  {
    moment,
    sampleOf,
    messages,
  }: { readonly moment: Html | ''; readonly sampleOf: SampleOf; readonly messages: Messages },
): PageBody {
  const says = messages.front
  const { dossiers, commitments, statements } = front.counts
  const sample = front.newest.map(({ article }) => sampleOf(article)).find((set) => set !== null) ?? null
  return {
    title: says.title,
    section: null,
    script: null,
    main: html`<div class="dossier front"><h1>${says.title}</h1>
${moment}<p class="hint">${says.counts(dossiers, commitments, statements)}</p>
<p><a href="/dossiers">${says.all}</a></p>
${sample !== null && html`<p class="sample">${messages.samples[sample]}</p>`}
${listsHtml(front, messages)}</div>`,
  }
}

/** What stands there before anything is public: a sentence, and the way to where that changes. */
export function emptyFrontPage({ front: says, welcome }: Messages): PageBody {
  return {
    title: welcome.title,
    section: null,
    script: null,
    main: html`<h1>${welcome.title}</h1>
<p class="lead">${says.empty}</p>
<p>${says.deskBefore}<a href="/desk">${says.desk}</a>${says.deskAfter}</p>`,
  }
}
