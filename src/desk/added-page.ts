import { html } from 'hono/html'
import type { Page } from '../record/page.ts'
import type { Job, JobState } from '../record/queue.ts'
import { type JobLine, jobLine, jobLineHtml } from '../view/job-line.ts'
import type { PageBody } from '../view/layout.ts'
import { liveHtml } from '../view/live.ts'
import type { Messages } from '../view/messages/messages.ts'
import { pager } from '../view/pager.ts'

type Counts = Readonly<Record<JobState, number>>

/** What became of a form's inputs, counted; where not all are on this page, only as far as the queue counts them. */
function summary(lines: readonly JobLine[], counts: Counts, isWhole: boolean, messages: Messages): string {
  const says = messages.results
  const over = counts.done + counts['set-aside']
  const going = counts.waiting + counts.running
  if (going > 0) return says.going(over, over + going)
  // What an archive gave, its own line says.
  const hasSaid = lines.some(({ state }) => state === 'said')
  if (!isWhole || hasSaid) return says.counted(counts.done, counts['set-aside'])
  const count = (state: JobLine['state']) => lines.filter((line) => line.state === state).length
  return says.summary(count('added'), count('known') + count('changed'), count('failed'))
}

/** What became of the inputs of one form, and how far the others are. */
export function addedPage(options: {
  readonly group: string
  readonly jobs: Page<Job>
  readonly counts: Counts
  /** Where this page of the list starts, null for the first. */
  readonly cursor: string | null
  readonly messages: Messages
}): PageBody {
  const { group, jobs, counts, cursor, messages } = options
  const says = messages.results
  const lines = jobs.items.map((job) => jobLine(job, messages))
  const isChanging = counts.waiting + counts.running > 0
  const words = summary(lines, counts, cursor === null && jobs.next === null, messages)
  return {
    title: says.title,
    section: 'add',
    script: isChanging ? 'live.js' : null,
    main: html`<h1>${says.title}</h1>
${liveHtml({
  isChanging,
  status: `${words}.`,
  matter: html`<ol class="results">${lines.map(jobLineHtml)}</ol>
${pager({ path: `/desk/added/${group}`, words: null, cursor, next: jobs.next, messages })}`,
})}
<p class="onward"><a href="/desk">${says.all}</a> <a href="/desk/add">${says.more}</a></p>`,
  }
}

/** What is said to a form in which there was nothing. */
export function nothingAddedPage(messages: Messages): PageBody {
  const says = messages.results
  return {
    title: says.title,
    section: 'add',
    script: null,
    main: html`<h1>${says.title}</h1>
<p class="total">${says.none}</p>
<p class="onward"><a href="/desk">${says.all}</a> <a href="/desk/add">${says.more}</a></p>`,
  }
}
