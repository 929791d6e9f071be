import { html } from 'hono/html'
import type { Job } from '../record/queue.ts'
import { TOKEN_FIELD } from '../view/add-box.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import { type JobLine, jobLine } from '../view/job-line.ts'
import type { PageBody } from '../view/layout.ts'
import { liveHtml } from '../view/live.ts'
import type { Messages } from '../view/messages/messages.ts'
import { progressWords } from '../view/progress-words.ts'

/** What can be done to a job by a form of its page. */
export const JOB_DEEDS = ['again', 'remove'] as const

type Fact = readonly [term: string, says: Html | string] | null | false

function moment(instant: string, messages: Messages): Html {
  return html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
}

function progressFacts({ state, progress }: Job, messages: Messages): readonly Fact[] {
  if (progress === null || state === 'done') return []
  const says = messages.work
  const { done, rate, left } = progressWords(progress, messages)
  const isRunning = state === 'running'
  return [
    done !== null && [says.progress, done],
    isRunning && rate !== null && [says.rate, rate],
    isRunning && left !== null && [says.left, left],
  ]
}

function facts(job: Job, line: JobLine, messages: Messages): readonly Fact[] {
  const says = messages.work
  const { outcome, fault, endedAt } = job
  const came =
    outcome === null
      ? null
      : outcome.state === 'said'
        ? outcome.sentence
        : html`<a href="${line.href}"><bdi>${line.name}</bdi></a>, ${line.says}`
  return [
    [says.what, says.kinds[job.kind]],
    came !== null && [says.came, came],
    outcome === null && fault !== null && [says.why, `${fault.sentence}.`],
    ...progressFacts(job, messages),
    job.state === 'waiting' && job.failures > 0 && [says.next, moment(job.notBefore, messages)],
    [says.added, moment(job.addedAt, messages)],
    endedAt !== null && [says.ended, moment(endedAt, messages)],
    job.attempts > 1 && [says.tries, messages.work.counted(job.attempts)],
  ]
}

function factHtml(fact: Fact): Html | '' {
  return fact === null || fact === false ? '' : html`<div><dt>${fact[0]}</dt> <dd>${fact[1]}</dd></div>`
}

function deedHtml(
  { id }: Job,
  deed: (typeof JOB_DEEDS)[number],
  { token, words }: { readonly token: string; readonly words: string },
): Html {
  return html`<form action="/desk/work/${id}/${deed}" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><button type="submit">${words}</button></form>`
}

function deedsHtml(job: Job, token: string, messages: Messages): Html {
  const says = messages.work
  const { state, canTryAgain, failures } = job
  const again = state === 'set-aside' ? says.tryAgain : state === 'waiting' && failures > 0 ? says.tryNow : null
  return html`<div class="deeds">${again !== null && canTryAgain && deedHtml(job, 'again', { token, words: again })}
${deedHtml(job, 'remove', { token, words: state === 'running' ? says.stop : says.remove })}</div>
${(state === 'running' || state === 'waiting') && html`<p class="hint">${says.removed}</p>`}`
}

/** Where one job is: what it is, how far, why not, what came of it, and what a person can do about it. */
export function jobPage(job: Job, token: string, messages: Messages): PageBody {
  const says = messages.work
  const line = jobLine(job, messages)
  return {
    title: `${line.label}: ${line.name}`,
    section: 'work',
    script: line.isOver ? null : 'live.js',
    main: html`<h1 class="job"><bdi>${line.name}</bdi></h1>
${liveHtml({
  isChanging: !line.isOver,
  status: `${line.label}.`,
  matter: html`<dl class="facts">${facts(job, line, messages).map(factHtml)}</dl>
${deedsHtml(job, token, messages)}`,
})}
<p class="onward">${job.group !== null && html`<a href="/desk/added/${job.group}">${says.group}</a> `}<a href="/desk/work">${says.back}</a></p>`,
  }
}
