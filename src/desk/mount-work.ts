import type { Hono } from 'hono'
import type { JobState, WorkKind } from '../record/queue.ts'
import { jobLine } from '../view/job-line.ts'
import { takeButton } from '../web/our-form.ts'
import { fail, formNeeds, isForScript, PAGE_LENGTH, show } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import type { Desk } from './desk.ts'
import { JOB_DEEDS, jobPage } from './job-page.ts'
import { WORK_LISTS, type WorkList, workListPage, workPage } from './work-page.ts'

/** Lines of each list on the page of all. */
const SHOWN = 10

/** What a person is shown of each list: looking at feeds goes on for ever, and has its own page. */
const KINDS: Readonly<Record<JobState, readonly WorkKind[]>> = {
  running: ['add-url', 'add-page', 'add-input', 'add-archive', 'look-at-feed', 'look-at-page'],
  waiting: ['add-url', 'add-page', 'add-input', 'add-archive'],
  'set-aside': ['add-url', 'add-page', 'add-input', 'add-archive', 'look-at-feed', 'look-at-page'],
  done: ['add-url', 'add-page', 'add-input', 'add-archive', 'look-at-page'],
}

/** The lists of work, the page of each job, and what a person can do about one. */
export function mountWork(app: Hono, desk: Desk): void {
  const { queue, messages } = desk
  const list = async (state: JobState, cursor: string | null, limit: number): Promise<WorkList> => {
    return { state, jobs: await queue.jobs({ state, kinds: KINDS[state], cursor, limit }) }
  }
  app.get('/work', needs('see-desk'), async (context) => {
    const lists = await Promise.all(WORK_LISTS.map((state) => list(state, null, SHOWN)))
    return show(desk, context, workPage(lists, messages))
  })
  for (const state of WORK_LISTS)
    app.get(`/work/${state}`, needs('see-desk'), async (context) => {
      const cursor = context.req.query('after') ?? null
      return show(desk, context, workListPage(await list(state, cursor, PAGE_LENGTH), cursor, messages))
    })
  app.get('/work/:id', needs('see-desk'), async (context) => {
    const job = await queue.job(context.req.param('id'))
    if (job === null) return fail(desk, context, 404)
    if (isForScript(context)) return context.json(jobLine(job, messages))
    return show(desk, context, jobPage(job, formNeeds(desk, context).token, messages))
  })
  for (const deed of JOB_DEEDS)
    app.post(`/work/:id/${deed}`, needs('add-coverage'), async (context) => {
      const form = await takeButton(desk, context)
      if (!form.ok) return fail(desk, context, form.status)
      const id = context.req.param('id')
      if (deed === 'again') await queue.tryAgain(id)
      else await queue.remove(id)
      return context.redirect(deed === 'again' ? `/desk/work/${id}` : '/desk/work', 303)
    })
}
