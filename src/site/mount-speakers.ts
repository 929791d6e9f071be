import type { Context, Hono } from 'hono'
import type { Id } from '../record/id.ts'
import type { PublicActor, SpeakerView } from '../record/public-record.ts'
import { mainName } from '../view/actor-names.ts'
import { addressesAt } from '../view/json-ld/addresses.ts'
import { speakerGraph } from '../view/json-ld/page-nodes.ts'
import { fail, queryOf } from '../web/web.ts'
import { mountCitations } from './answer-citation.ts'
import { type AskedMoment, askedMoment } from './asked-moment.ts'
import { timeHtml } from './asked-time.ts'
import { pageCitation } from './citations.ts'
import { citeSection } from './cite-section.ts'
import { showPublic } from './show-public.ts'
import type { Site } from './site.ts'
import { speakerPage } from './speaker-page.ts'

const pathOf = (id: Id) => `/speakers/${encodeURIComponent(id)}`

function momentAsked(context: Context): AskedMoment {
  const { on, asOf } = context.req.query()
  return askedMoment({ on, asOf })
}

async function speakerAsked({ publicRecord }: Site, context: Context): Promise<SpeakerView | null> {
  const { cursor, limit } = queryOf(context)
  const { at, on } = momentAsked(context)
  const query = { words: null, cursor, limit, at: at?.time ?? null, on }
  return publicRecord.speaker(context.req.param('id') ?? '', query)
}

/** Those whom an actor's roles and relations lead to, as far as they are public. */
async function othersOf({ publicRecord }: Site, { actor }: SpeakerView): Promise<ReadonlyMap<Id, PublicActor>> {
  const ids = new Set([...actor.roles.flatMap(({ of }) => of ?? []), ...actor.relations.map(({ to }) => to)])
  const query = { words: null, cursor: null, limit: 1, at: null, on: null }
  const found = await Promise.all([...ids].map(async (id) => [id, await publicRecord.speaker(id, query)] as const))
  return new Map(found.flatMap(([id, view]) => (view === null ? [] : [[id, view.actor] as const])))
}

async function citationOf({ publicRecord, messages, address }: Site, { actor, statements }: SpeakerView) {
  const [newest] = statements.items
  return pageCitation({
    id: actor.id,
    title: messages.cite.speaker(mainName(actor.names)?.name ?? messages.notKnown),
    changedAt: newest?.decision.recordedAt ?? (await publicRecord.changedAt()) ?? '',
    address: `${address()}${pathOf(actor.id)}`,
    messages,
  })
}

/** The pages of speakers, and their citations as files. */
export function mountSpeakers(app: Hono, site: Site): void {
  const { messages } = site
  app.get('/speakers/:id', async (context) => {
    const view = await speakerAsked(site, context)
    if (view === null) return fail(site, context, 404)
    const path = pathOf(view.actor.id)
    // Whom it was merged into has a page of its own; that may be undone, so nobody is to keep the way.
    if (view.actor.id !== context.req.param('id')) return context.redirect(path, 302)
    const asked = momentAsked(context)
    const body = speakerPage(view, {
      cursor: queryOf(context).cursor,
      others: await othersOf(site, view),
      moment: timeHtml(asked, path, messages),
      cite: citeSection(await citationOf(site, view), path, messages),
      sampleOf: await site.sampleMark(),
      messages,
    })
    const isNow = asked.at === null && asked.on === null
    const graph = isNow ? speakerGraph(view, addressesAt(site.address())) : null
    return showPublic(site, context, { body, path, graph, status: asked.isBad ? 400 : 200 })
  })
  mountCitations(app, site, {
    below: '/speakers/:id',
    citationOf: async (context) => {
      const view = await speakerAsked(site, context)
      return view === null ? null : citationOf(site, view)
    },
  })
}
