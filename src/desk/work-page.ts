import { html } from 'hono/html'
import type { Page } from '../record/page.ts'
import type { Job, JobState } from '../record/queue.ts'
import type { Html } from '../view/html.ts'
import { jobLine, jobLineHtml } from '../view/job-line.ts'
import type { PageBody } from '../view/layout.ts'
import { liveHtml } from '../view/live.ts'
import type { Messages } from '../view/messages/messages.ts'
import { pager } from '../view/pager.ts'

/** The lists of work, in the order in which the page has them; each has an address, `/work/waiting`. */
export const WORK_LISTS = ['running', 'waiting', 'set-aside', 'done'] as const satisfies readonly JobState[]

/** One list with its state. */
export type WorkList = { readonly state: JobState; readonly jobs: Page<Job> }

function linesHtml({ jobs }: WorkList, messages: Messages): Html {
  return html`<ol class="results">${jobs.items.map((job) => jobLineHtml(jobLine(job, messages)))}</ol>`
}

function listHtml(list: WorkList, messages: Messages): Html | '' {
  const { state, jobs } = list
  const says = messages.work
  if (jobs.total === 0) return ''
  return html`<section class="jobs">
<h2>${says.lists[state]} <span class="count">${says.counted(jobs.total)}</span></h2>
<p class="hint">${says.about[state]}</p>
${linesHtml(list, messages)}
${jobs.next !== null && html`<p class="onward"><a href="/desk/work/${state}">${says.all(jobs.total)}</a></p>`}
</section>
`
}

function isChanging(lists: readonly WorkList[]): boolean {
  return lists.some(({ state, jobs }) => (state === 'running' || state === 'waiting') && jobs.total > 0)
}

/** All that waits, runs, was set aside and was done lately: the beginning of each list. */
export function workPage(lists: readonly WorkList[], messages: Messages): PageBody {
  const says = messages.work
  const isEmpty = lists.every(({ jobs }) => jobs.total === 0)
  return {
    title: says.title,
    section: 'work',
    script: isChanging(lists) ? 'live.js' : null,
    main: html`<h1>${says.title}</h1>
${liveHtml({
  isChanging: isChanging(lists),
  status: isEmpty ? says.none : '',
  matter: html`${lists.map((list) => listHtml(list, messages))}`,
})}`,
  }
}

/** One of the lists, whole, in pages. */
export function workListPage(list: WorkList, cursor: string | null, messages: Messages): PageBody {
  const { state, jobs } = list
  const says = messages.work
  return {
    title: says.lists[state],
    section: 'work',
    script: isChanging([list]) ? 'live.js' : null,
    main: html`<h1>${says.lists[state]}</h1>
${liveHtml({
  isChanging: isChanging([list]),
  status: jobs.total === 0 ? says.empty[state] : says.about[state],
  matter: html`${linesHtml(list, messages)}
${pager({ path: `/desk/work/${state}`, words: null, cursor, next: jobs.next, messages })}`,
})}
<p class="onward"><a href="/desk/work">${says.back}</a></p>`,
  }
}
