import type { Context, Hono } from 'hono'
import type { PublicStatement, RemovedStatement, WithdrawnStatement } from '../record/public-record.ts'
import { addressesAt } from '../view/json-ld/addresses.ts'
import { statementGraph, statementsGraph } from '../view/json-ld/page-nodes.ts'
import { removedPage } from '../web/removed-page.ts'
import { fail, queryOf } from '../web/web.ts'
import { mountCitations } from './answer-citation.ts'
import { askedMoment } from './asked-moment.ts'
import { timeHtml } from './asked-time.ts'
import { statementCitation } from './citations.ts'
import { citeSection } from './cite-section.ts'
import { evidencePage } from './evidence-page.ts'
import { showPublic } from './show-public.ts'
import type { Site } from './site.ts'
import { statementPage } from './statement-page.ts'
import { statementsPage } from './statements-page.ts'
import { withdrawnPage } from './withdrawn-page.ts'

const pathOf = (id: string) => `/statements/${encodeURIComponent(id)}`

function citationOf(site: Site, shown: PublicStatement) {
  return statementCitation(shown, `${site.address()}${pathOf(shown.statement.id)}`, site.messages)
}

function mountList(app: Hono, site: Site): void {
  const { publicRecord, messages } = site
  app.get('/statements', async (context) => {
    const query = queryOf(context)
    const list = await publicRecord.statements({ ...query, at: null })
    const says = { path: '/statements', name: messages.publicStatements.title, addresses: addressesAt(site.address()) }
    return showPublic(site, context, {
      body: statementsPage({ ...query, list, sampleOf: await site.sampleMark(), messages }),
      path: '/statements',
      graph: statementsGraph(list.items, says),
    })
  })
}

/** That a statement was taken back, or its article removed. */
function showGone(
  site: Site,
  context: Context,
  { found, path }: { readonly found: WithdrawnStatement | RemovedStatement; readonly path: string },
): Promise<Response> {
  const { messages } = site
  const body = 'removed' in found ? removedPage(found.removed, messages) : withdrawnPage(found, messages)
  return showPublic(site, context, { body, path, graph: null, status: 410 })
}

/** The pages of statements: their list, each by itself, its evidence, and its citations as files. */
export function mountStatements(app: Hono, site: Site): void {
  const { publicRecord, messages } = site
  mountList(app, site)
  app.get('/statements/:id', async (context) => {
    const id = context.req.param('id')
    const asked = askedMoment({ on: undefined, asOf: context.req.query('asOf') })
    const found = await publicRecord.statement(id, asked.at?.time ?? null)
    if (found === null) return fail(site, context, 404)
    const path = pathOf(id)
    if (!('statement' in found)) return showGone(site, context, { found, path })
    const body = statementPage(found, {
      sample: (await site.sampleMark())(found.article),
      address: `${site.address()}${path}`,
      moment: timeHtml(asked, path, messages),
      cite: citeSection(citationOf(site, found), path, messages),
      messages,
    })
    const graph = asked.at === null ? statementGraph(found, addressesAt(site.address())) : null
    return showPublic(site, context, { body, path, graph, status: asked.isBad ? 400 : 200 })
  })
  app.get('/statements/:id/evidence', async (context) => {
    const found = await publicRecord.evidence(context.req.param('id'))
    if (found === null) return fail(site, context, 404)
    const path = `${pathOf(context.req.param('id'))}/evidence`
    if (!('statement' in found)) return showGone(site, context, { found, path })
    const sample = (await site.sampleMark())(found.article)
    return showPublic(site, context, { body: evidencePage(found, { sample, messages }), path, graph: null })
  })
  mountCitations(app, site, {
    below: '/statements/:id',
    citationOf: async (context) => {
      const found = await publicRecord.statement(context.req.param('id') ?? '', null)
      return found !== null && 'statement' in found ? citationOf(site, found) : null
    },
  })
}
