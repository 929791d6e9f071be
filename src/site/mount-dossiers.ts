import type { Hono } from 'hono'
import type { DossierView } from '../record/public-record.ts'
import type { SampleSet } from '../record/sample-set.ts'
import { dossierGonePage, dossierPage } from '../view/dossier/dossier-page.ts'
import { addressesAt } from '../view/json-ld/addresses.ts'
import { dossierGraph } from '../view/json-ld/page-nodes.ts'
import { fail, queryOf } from '../web/web.ts'
import { askedMoment, dossierAtMoment } from './asked-moment.ts'
import { dossiersPage } from './dossiers-page.ts'
import { showPublic } from './show-public.ts'
import type { Site } from './site.ts'

/** The set of samples that a dossier rests on; null for none. */
async function sampleIn({ sampleMark }: Site, { articles }: DossierView): Promise<SampleSet | null> {
  const sampleOf = await sampleMark()
  return [...articles.values()].map(sampleOf).find((set) => set !== null) ?? null
}

/** The list of dossiers, and the page of each, as it stands or stood on any day. */
export function mountDossiers(app: Hono, site: Site): void {
  const { publicRecord, messages } = site
  app.get('/dossiers', async (context) => {
    const query = queryOf(context)
    const list = await publicRecord.dossiers({ ...query, at: null })
    return showPublic(site, context, {
      body: dossiersPage({ list, ...query, messages }),
      path: '/dossiers',
      graph: null,
    })
  })
  app.get('/dossiers/:id', async (context) => {
    const { on, asOf, 'as-of': alsoAsOf } = context.req.query()
    const asked = askedMoment({ on, asOf: asOf ?? alsoAsOf })
    const answer = await dossierAtMoment(publicRecord, context.req.param('id'), asked)
    if (answer === null) return fail(site, context, 404)
    const { view, moment } = answer
    const path = `/dossiers/${encodeURIComponent(context.req.param('id'))}`
    if (!('dossier' in view)) {
      return showPublic(site, context, { body: dossierGonePage(view, messages), path, graph: null, status: 410 })
    }
    const body = dossierPage(view, { moment, sample: await sampleIn(site, view), messages })
    const isNow = asked.at === null && asked.on === null
    return showPublic(site, context, {
      body,
      path,
      graph: isNow ? dossierGraph(view, addressesAt(site.address())) : null,
      feeds: [{ title: messages.outFeeds.ofDossier(view.dossier.title), path: `${path}/feed` }],
      status: asked.isBad ? 400 : 200,
    })
  })
}
