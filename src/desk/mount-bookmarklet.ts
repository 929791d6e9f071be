import { timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { webAddress } from '../article/page-address.ts'
import type { Input } from '../record/input.ts'
import { bookmarkletHref } from '../view/bookmarklet.ts'
import { jobLine } from '../view/job-line.ts'
import { takeButton } from '../web/our-form.ts'
import { takeForm } from '../web/take-form.ts'
import { fail, formNeeds, show } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import { bookmarkletPage, receivingPage } from './bookmarklet-page.ts'
import type { Desk } from './desk.ts'
import { ended } from './mount-adding.ts'

/** A window says meanwhile that the page is read; then it goes to the page of the job, which says how far it is. */
const WAIT_MS = 60_000

/** Compares in a time that tells nothing of how much of `given` is right. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The page as it was handed over: its bytes are kept as they came. */
function inputOf(url: string, bytes: Uint8Array, at: string): Input {
  return {
    name: url,
    bytes,
    contentType: 'text/html; charset=utf-8',
    url,
    received: {
      via: 'page',
      askedUrl: null,
      at,
      status: null,
      headers: [],
      address: null,
      recordId: null,
      exchanges: [],
    },
  }
}

/** The page that gives the bookmarklet, the one that waits for what it sends, and the door for that. */
export function mountBookmarklet(app: Hono, desk: Desk): void {
  const { queue, messages, pageToken, clock } = desk
  app.get('/bookmarklet', needs('see-desk'), async (context) => {
    const href = bookmarkletHref(`http://localhost:${desk.port()}`, await pageToken.current())
    return show(desk, context, bookmarkletPage({ href, formToken: formNeeds(desk, context).token, messages }))
  })
  app.post('/bookmarklet/renew', needs('add-coverage'), async (context) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    await pageToken.renew()
    return context.redirect('/desk/bookmarklet', 303)
  })
  app.get('/bookmarklet/receive', needs('see-desk'), async (context) => {
    const page = await show(desk, context, receivingPage(messages))
    // The page that opened this window hands itself over to it; it can reach nothing in here.
    page.headers.set('Cross-Origin-Opener-Policy', 'unsafe-none')
    return page
  })
  app.post('/bookmarklet', needs('add-coverage'), async (context) => {
    const token = await pageToken.current()
    const group = queue.newGroup()
    let url: string | null = null
    const form = await takeForm(context.req.raw, {
      isValidToken: (given) => isSame(given, token),
      take: async ({ name, bytes, tooLarge }) => {
        if (name === 'url') url = webAddress(Buffer.from(bytes).toString('utf8'), null)
        if (name !== 'html' || url === null) return
        const limit = messages.megabytes(MAX_INPUT_BYTES)
        if (tooLarge)
          await queue.addRefused(
            { name: url, fault: { code: 'too-large', sentence: messages.pastedTooLarge(limit) } },
            { group },
          )
        else await queue.add({ kind: 'add-input', input: inputOf(url, bytes, clock.now()) }, { group })
      },
    })
    if (form.ok && url === null) return context.json({ sentence: messages.bookmarklet.noAddress }, 400)
    if (!form.ok && form.status === 403) return context.json({ sentence: messages.bookmarklet.wrongToken }, 403)
    if (!form.ok) return fail(desk, context, form.status)
    await ended(queue, group, WAIT_MS)
    const [job] = (await queue.jobsOfGroup(group, { cursor: null, limit: 1 })).items
    return job === undefined ? fail(desk, context, 400) : context.json({ href: jobLine(job, messages).href })
  })
}
