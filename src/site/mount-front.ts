import type { Hono } from 'hono'
import { addressesAt } from '../view/json-ld/addresses.ts'
import { statementsGraph } from '../view/json-ld/page-nodes.ts'
import { show } from '../web/web.ts'
import { emptyFrontPage, frontPage } from './front-page.ts'
import { showPublic } from './show-public.ts'
import type { Site } from './site.ts'

/** Lines of each list: as many as one looks over at once. */
const LINES = 8

/** The front page. */
export function mountFront(app: Hono, site: Site): void {
  const { publicRecord, messages } = site
  app.get('/', async (context) => {
    const front = await publicRecord.front({ at: null, on: null }, LINES)
    const { dossiers, statements } = front.counts
    return dossiers + statements === 0
      ? show(site, context, emptyFrontPage(messages))
      : showPublic(site, context, {
          body: frontPage(front, { sampleOf: await site.sampleMark(), messages }),
          path: '/',
          graph: statementsGraph(front.newest, {
            path: '/',
            name: messages.front.title,
            addresses: addressesAt(site.address()),
          }),
        })
  })
}
