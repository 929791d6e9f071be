import type { Hono } from 'hono'
import type { DossierView } from '../record/public-record.ts'
import type { SampleSet } from '../record/sample-set.ts'
import { fail, queryOf, show } from '../web/web.ts'
import { askedMoment, dossierAtMoment } from './asked-moment.ts'
import { dossierGonePage, dossierPage } from './dossier-page.ts'
import { dossiersPage } from './dossiers-page.ts'
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
    return show(site, context, dossiersPage({ list, ...query, messages }))
  })
  app.get('/dossiers/:id', async (context) => {
    const { on, asOf, 'as-of': alsoAsOf } = context.req.query()
    const asked = askedMoment({ on, asOf: asOf ?? alsoAsOf })
    const answer = await dossierAtMoment(publicRecord, context.req.param('id'), asked)
    if (answer === null) return fail(site, context, 404)
    const { view, moment } = answer
    if (!('dossier' in view)) return show(site, context, dossierGonePage(view, messages), 410)
    const page = dossierPage(view, { moment, sample: await sampleIn(site, view), messages })
    return show(site, context, page, asked.isBad ? 400 : 200)
  })
}
