import type { Hono } from 'hono'
import { addressesAt } from '../view/json-ld/addresses.ts'
import { statementsGraph } from '../view/json-ld/page-nodes.ts'
import { show } from '../web/web.ts'
import { askedMoment } from './asked-moment.ts'
import { timeHtml } from './asked-time.ts'
import { emptyFrontPage, frontPage } from './front-page.ts'
import { showPublic } from './show-public.ts'
import type { Site } from './site.ts'

/** Lines of each list: as many as one looks over at once. */
const LINES = 8

/** The front page. */
export function mountFront(app: Hono, site: Site): void {
  const { publicRecord, messages } = site
  app.get('/', async (context) => {
    const { on, asOf } = context.req.query()
    const asked = askedMoment({ on, asOf })
    const isNow = asked.at === null && asked.on === null
    const front = await publicRecord.front({ at: asked.at?.time ?? null, on: asked.on }, LINES)
    const { dossiers, statements } = front.counts
    if (isNow && !asked.isBad && dossiers + statements === 0) return show(site, context, emptyFrontPage(messages))
    const says = { path: '/', name: messages.front.title, addresses: addressesAt(site.address()) }
    return showPublic(site, context, {
      body: frontPage(front, { moment: timeHtml(asked, '/', messages), sampleOf: await site.sampleMark(), messages }),
      path: '/',
      graph: isNow ? statementsGraph(front.newest, says) : null,
      status: asked.isBad ? 400 : 200,
    })
  })
}
