import { html } from 'hono/html'
import type { Job } from '../record/queue.ts'
import { momentInWords } from './dates.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'
import { progressWords } from './progress-words.ts'

/** One job in words, for the page and for its script alike. */
export type JobLine = {
  readonly id: string
  /** What the line looks like: how it ended, or that it has not. */
  readonly state: 'added' | 'known' | 'changed' | 'said' | 'failed' | 'running' | 'waiting'
  /** "Added", "Failed", "Being fetched". */
  readonly label: string
  /** The article's headline, or what the job is called. */
  readonly name: string
  /** The article's page, or the job's own. */
  readonly href: string
  /** How many statements were read, why it failed, when it is tried again. */
  readonly says: string
  /** Whether nothing more happens to it by itself. */
  readonly isOver: boolean
}

/** What is being done: "Being fetched". */
function runningLabel({ kind, progress }: Job, { work }: Messages): string {
  const stage =
    progress?.stage ??
    (kind === 'add-url' || kind === 'look-at-feed' || kind === 'look-at-page' ? 'fetching' : 'reading')
  return work.stage[stage]
}

function waitingWords({ fault, notBefore, failures }: Job, messages: Messages): string {
  if (fault === null || failures === 0) return ''
  return messages.work.triedAndWaits(fault.sentence, failures, momentInWords(notBefore, messages))
}

function runningWords({ progress }: Job, messages: Messages): string {
  const words = progress === null ? null : progressWords(progress, messages)
  const known = [words?.done, words?.rate, words?.left].filter((word) => typeof word === 'string')
  return known.length === 0 ? '' : `${known.join(', ')}.`
}

/** Puts a job into words. */
export function jobLine(job: Job, messages: Messages): JobLine {
  const { id, name, state, outcome, fault } = job
  const own = { id, name, href: `/desk/work/${id}`, isOver: true }
  const labels = messages.results.state
  if (state === 'running')
    return { ...own, state, label: runningLabel(job, messages), says: runningWords(job, messages), isOver: false }
  if (state === 'waiting')
    return { ...own, state, label: labels.waiting, says: waitingWords(job, messages), isOver: false }
  if (outcome === null) return { ...own, state: 'failed', label: labels.failed, says: `${fault?.sentence ?? ''}.` }
  if (outcome.state === 'said') return { ...own, state: 'said', label: labels.said, says: outcome.sentence }
  return {
    ...own,
    state: outcome.state,
    label: labels[outcome.state],
    name: outcome.headline ?? outcome.input,
    href: `/desk/articles/${outcome.articleId}`,
    says: `${messages.counted.statements(outcome.statements)}.`,
  }
}

/** A line of a list of jobs. */
export function jobLineHtml({ id, state, label, name, href, says }: JobLine): Html {
  return html`<li class="${state}" id="job-${id}"><b>${label}</b> <span><a href="${href}"><bdi>${name}</bdi></a>${says !== '' && html`, <bdi>${says}</bdi>`}</span></li>`
}
