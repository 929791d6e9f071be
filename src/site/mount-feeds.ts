import type { Context, Hono } from 'hono'
import { atomFeed } from '../view/feeds/atom.ts'
import { entryUrn } from '../view/feeds/entry-urn.ts'
import { jsonFeed } from '../view/feeds/json-feed.ts'
import type { OutEntry, OutFeed } from '../view/feeds/out-feed.ts'
import { addressesAt } from '../view/json-ld/addresses.ts'
import { dossierTold, movedTold } from '../view/told/dossier-tellings.ts'
import { type EntryNeeds, toldEntry } from '../view/told/record-entries.ts'
import { fail } from '../web/web.ts'
import { answered } from './answer.ts'
import type { Site } from './site.ts'
import { statementEntry } from './statement-entry.ts'

/** Entries of a feed: readers that look once a day miss none. */
const ENTRIES = 50

const FORMATS = {
  atom: { write: atomFeed, contentType: 'application/atom+xml; charset=UTF-8' },
  json: { write: jsonFeed, contentType: 'application/feed+json; charset=UTF-8' },
} as const

/** What tells one feed from another. */
type Matter = Pick<OutFeed, 'id' | 'title' | 'subtitle' | 'entries'> & {
  /** The page that it is the feed of, and the feed without its ending. */
  readonly page: string
  readonly path: string
}

function feedOf({ messages, address }: Site, { page, path, ...matter }: Matter): OutFeed {
  const at = addressesAt(address())
  return {
    ...matter,
    publisher: messages.name,
    language: messages.language,
    home: at.page(page),
    atom: at.page(`${path}.atom`),
    json: at.page(`${path}.json`),
  }
}

function needsOf({ messages, address }: Site): EntryNeeds {
  return { addresses: addressesAt(address()), messages }
}

function newestFirst(entries: readonly OutEntry[]): readonly OutEntry[] {
  return entries
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : a.recordedAt > b.recordedAt ? -1 : 0))
    .slice(0, ENTRIES)
}

/** What came last into the record: commitments that moved, and statements that were accepted. */
async function frontMatter(site: Site): Promise<Matter> {
  const { publicRecord, messages } = site
  const { moved, statements } = await publicRecord.recent(ENTRIES)
  const needs = needsOf(site)
  const entries = await Promise.all([
    ...moved.map((line) => toldEntry(movedTold(line, messages), needs)),
    ...statements.map((shown) => statementEntry(shown, needs)),
  ])
  const { front: title, about: subtitle } = messages.outFeeds
  return { id: entryUrn('record'), title, subtitle, entries: newestFirst(entries), page: '/', path: '/feed' }
}

/** What came last into a dossier; null where there is none that is public. */
async function dossierMatter(site: Site, id: string): Promise<Matter | null> {
  const { publicRecord, messages } = site
  const view = await publicRecord.dossier(id, { at: null, on: null })
  if (view === null || !('dossier' in view)) return null
  const { title, summary } = view.dossier
  const told = dossierTold(view, messages).slice(0, ENTRIES)
  const page = `/dossiers/${encodeURIComponent(id)}`
  return {
    id: entryUrn('dossier', id),
    title: messages.outFeeds.ofDossier(title),
    subtitle: summary ?? title,
    entries: await Promise.all(told.map((one) => toldEntry(one, needsOf(site)))),
    page,
    path: `${page}/feed`,
  }
}

/** The feeds of the front page and of each dossier, in both formats. */
export function mountFeeds(app: Hono, site: Site): void {
  for (const [ending, { write, contentType }] of Object.entries(FORMATS)) {
    const answer = async (context: Context, matter: Matter | null) => {
      if (matter === null) return fail(site, context, 404)
      const lastModified = await site.publicRecord.changedAt()
      return answered(context, { body: write(feedOf(site, matter)), contentType, status: 200, lastModified })
    }
    app.get(`/feed.${ending}`, async (context) => answer(context, await frontMatter(site)))
    app.get(`/dossiers/:id/feed.${ending}`, async (context) =>
      answer(context, await dossierMatter(site, context.req.param('id') ?? '')),
    )
  }
}
