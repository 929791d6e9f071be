import type { Context, Hono } from 'hono'
import type { OutletView } from '../record/public-record.ts'
import { addressesAt } from '../view/json-ld/addresses.ts'
import { outletGraph } from '../view/json-ld/page-nodes.ts'
import { outletPath } from '../view/public-paths.ts'
import { fail, queryOf } from '../web/web.ts'
import { mountCitations } from './answer-citation.ts'
import { pageCitation } from './citations.ts'
import { citeSection } from './cite-section.ts'
import { outletPage } from './outlet-page.ts'
import { showPublic } from './show-public.ts'
import type { Site } from './site.ts'

/** An outlet's page, and where it is. */
type Found = { readonly view: OutletView; readonly path: string }

async function outletAsked({ publicRecord }: Site, context: Context): Promise<Found | null> {
  const { cursor, limit } = queryOf(context)
  const name = context.req.param('name') ?? ''
  // The record takes neither, and no outlet has them in its name.
  if (name.includes('\0') || !name.isWellFormed()) return null
  const view = await publicRecord.outlet(name, { words: null, cursor, limit, at: null })
  const path = view === null ? null : outletPath(view.outlet)
  return view === null || path === null ? null : { view, path }
}

/** The day on which anything of an outlet last came into the record: UTC. */
function changedAt({ articles, statements }: OutletView): string {
  const times = [
    ...articles.map(({ recordedAt }) => recordedAt),
    ...statements.items.map(({ decision }) => decision.recordedAt),
  ]
  return times.toSorted().at(-1) ?? ''
}

function citationOf({ messages, address }: Site, { view, path }: Found) {
  return pageCitation({
    id: `outlet-${view.outlet}`,
    title: messages.cite.outlet(view.outlet),
    changedAt: changedAt(view),
    address: `${address()}${path}`,
    messages,
  })
}

/** The pages of outlets, and their citations as files. */
export function mountOutlets(app: Hono, site: Site): void {
  const { messages } = site
  app.get('/outlets/:name', async (context) => {
    const found = await outletAsked(site, context)
    if (found === null) return fail(site, context, 404)
    const { view, path } = found
    const { cursor } = queryOf(context)
    const cite = citeSection(citationOf(site, found), path, messages)
    const body = outletPage(view, { path, cursor, cite, sampleOf: await site.sampleMark(), messages })
    return showPublic(site, context, {
      body,
      path,
      graph: outletGraph(view, { path, addresses: addressesAt(site.address()) }),
    })
  })
  mountCitations(app, site, {
    below: '/outlets/:name',
    citationOf: async (context) => {
      const found = await outletAsked(site, context)
      return found === null ? null : citationOf(site, found)
    },
  })
}
