import type { Context, Hono } from 'hono'
import type { DossierView } from '../../record/public-record.ts'
import { dossierPage } from '../../view/dossier/dossier-page.ts'
import { takeButton } from '../../web/our-form.ts'
import { fail, formNeeds, show } from '../../web/web.ts'
import { decidedBy, needs } from '../../web/who-asks.ts'
import type { Desk } from '../desk.ts'
import { deskPath, dossierDeskPage, dossiersDeskPage } from './dossier-desk-page.ts'
import { keptDossier } from './kept-dossier.ts'

const NOW = { on: null, asOf: null, tells: 'now', isBad: false } as const

/** A dossier as the public will see it, with one line above that says so. */
function previewPage(view: DossierView, desk: Desk) {
  const { messages } = desk
  const body = dossierPage(view, { moment: NOW, sample: null, messages })
  return { ...body, title: messages.dossierDesk.previewTitle(body.title) }
}

/** The dossiers of the desk: all of them, one whole, what the public will see of it, and what makes it public. */
export function mountDossiers(app: Hono, desk: Desk): void {
  const { messages, store } = desk
  app.get('/dossiers', needs('see-desk'), async (context) =>
    show(desk, context, dossiersDeskPage(await store.dossiers.list(), messages)),
  )
  app.get('/dossiers/:id', needs('see-desk'), async (context) => {
    const kept = await keptDossier(desk, context.req.param('id'))
    if (kept === null) return fail(desk, context, 404)
    return show(desk, context, dossierDeskPage({ ...kept, token: formNeeds(desk, context).token, messages }))
  })
  app.get('/dossiers/:id/preview', needs('see-desk'), async (context) => {
    const view = await store.dossiers.preview({ dossierId: context.req.param('id'), changes: [], reason: null })
    if (view === null || 'state' in view) return fail(desk, context, 404)
    return show(desk, context, previewPage(view, desk))
  })
  const publish = async (context: Context, isPublished: boolean) => {
    const form = await takeButton(desk, context)
    if (!form.ok) return fail(desk, context, form.status)
    const id = context.req.param('id') ?? ''
    if (!(await store.dossiers.publish(id, { isPublished, by: decidedBy(context) }))) return fail(desk, context, 404)
    return context.redirect(deskPath(id), 303)
  }
  app.post('/dossiers/:id/publish', needs('publish'), (context) => publish(context, true))
  app.post('/dossiers/:id/unpublish', needs('publish'), (context) => publish(context, false))
}
