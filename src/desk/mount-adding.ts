import type { Context, Hono } from 'hono'
import { isNamedArchive } from '../record/archive-name.ts'
import type { Id } from '../record/id.ts'
import type { Queue } from '../record/queue.ts'
import { cleanOrNull } from '../text/clean-text.ts'
import { jobLine } from '../view/job-line.ts'
import type { SavePart } from '../web/multipart.ts'
import { takeButton, takeOurForm } from '../web/our-form.ts'
import { fail, formNeeds, isForScript, show } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import { addPage } from './add-page.ts'
import { addedPage, nothingAddedPage } from './added-page.ts'
import type { Desk } from './desk.ts'
import { type Asked, askedIn, asksForPictures } from './form-inputs.ts'

/**
 * What is read at once is answered with what came of it: an article takes a tenth of a second, and the first one the
 * start of the model too, up to two on a slow machine. A person does not wait longer than this for a page.
 */
const WAIT_MS = 3_000

/** Lines on a page of what was added; what a form without script sends at once mostly has fewer. */
const LINES = 200

/** The address of what came of a form in which there was nothing. */
const NOTHING = 'nothing'

/** Saves the archives of a form, which are of any size. */
function savesArchives({ handedIn }: Desk, group: Id): SavePart {
  return async ({ name: field, fileName }, bytes) => {
    const name = cleanOrNull(fileName)
    return field === 'file' && name !== null && isNamedArchive(name) ? handedIn.keep(group, { name, bytes }) : null
  }
}

/** Puts on the list what a part of a form asks for, and what of it is refused. */
async function ask(queue: Queue, asked: readonly Asked[], group: Id): Promise<void> {
  await queue.addAll(asked.flatMap((each) => ('work' in each ? [{ work: each.work, group }] : [])))
  for (const each of asked) if ('fault' in each) await queue.addRefused(each, { group })
}

/** Resolves when all jobs of a group have ended, and after `waitMs` at the latest. */
export async function ended(queue: Queue, group: Id, waitMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const look = async () => {
    const { waiting, running } = await queue.counts(group)
    if (waiting + running === 0) resolve()
  }
  const unwatch = queue.watch(() => void look().catch(reject))
  const timer = setTimeout(resolve, waitMs)
  try {
    await Promise.all([look(), promise])
  } finally {
    clearTimeout(timer)
    unwatch()
  }
}

/** Answers a form: to a page's script a line for each job, to a browser the address of the page that shows them. */
async function answer({ queue, messages }: Desk, context: Context, group: Id) {
  await ended(queue, group, WAIT_MS)
  const { items } = await queue.jobsOfGroup(group, { cursor: null, limit: LINES })
  if (isForScript(context)) return context.json(items.map((job) => jobLine(job, messages)))
  const [first] = items
  if (first === undefined) return context.redirect(`/desk/added/${NOTHING}`, 303)
  // Its own page says more of one that takes its time or failed, and lets it be tried again.
  const isOnly = items.length === 1 && first.state !== 'done'
  return context.redirect(isOnly ? `/desk/work/${first.id}` : `/desk/added/${group}`, 303)
}

/** The box, what it is sent, and what became of that. */
export function mountAdding(app: Hono, desk: Desk): void {
  const { queue, messages } = desk
  app.get('/add', needs('see-desk'), (context) => show(desk, context, addPage(formNeeds(desk, context))))
  app.post('/add', needs('add-coverage'), async (context) => {
    const group = queue.newGroup()
    let withPicture = false
    const form = await takeOurForm(desk, context, {
      take: (part) => {
        withPicture ||= asksForPictures(part)
        return ask(queue, askedIn(part, { withPicture, messages }), group)
      },
      save: savesArchives(desk, group),
    })
    return form.ok ? answer(desk, context, group) : fail(desk, context, form.status)
  })
  app.post('/samples', needs('add-coverage'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const group = queue.newGroup()
    await queue.addAll((await desk.samples('invented')).map((input) => ({ work: { kind: 'add-input', input }, group })))
    return answer(desk, context, group)
  })
  app.post('/samples/dossier', needs('add-coverage'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const id = await desk.addSampleDossier()
    return context.redirect(`/dossiers/${encodeURIComponent(id)}`, 303)
  })
  app.get(`/added/${NOTHING}`, needs('see-desk'), (context) => show(desk, context, nothingAddedPage(messages)))
  app.get('/added/:group', needs('see-desk'), async (context) => {
    const group = context.req.param('group')
    const cursor = context.req.query('after') ?? null
    const jobs = await queue.jobsOfGroup(group, { cursor, limit: LINES })
    if (jobs.total === 0) return fail(desk, context, 404)
    return show(desk, context, addedPage({ group, jobs, counts: await queue.counts(group), cursor, messages }))
  })
}
