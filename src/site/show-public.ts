import type { Context } from 'hono'
import type { Graph } from '../view/json-ld/page-nodes.ts'
import { layout, type PageBody } from '../view/layout.ts'
import { type Answer, answered } from './answer.ts'
import { type FeedOfPage, publicHead } from './head.ts'
import type { Site } from './site.ts'

/** A public page with what it says of itself. */
export type PublicPage = {
  readonly body: PageBody
  /** Its one address, below the site's: `/statements/01…`. */
  readonly path: string
  /** What it says for programs; null where it is shown as it was, or of something that is gone. */
  readonly graph: Graph | null
  readonly feeds?: readonly FeedOfPage[]
  readonly status?: Answer['status']
}

/** Answers with a public page, which caches may keep for a moment and ask again by its tag. */
export async function showPublic(site: Site, context: Context, page: PublicPage): Promise<Response> {
  const { body, path, graph, feeds = [], status = 200 } = page
  const head = publicHead({
    canonical: `${site.address()}${path}`,
    language: site.messages.language,
    feeds: [{ title: site.messages.outFeeds.front, path: '/feed' }, ...feeds],
    graph,
  })
  const shown = layout({ ...body, head }, { ...site, navigation: await site.navigation(context) })
  const contentType = 'text/html; charset=UTF-8'
  return answered(context, { body: String(await shown), contentType, status, lastModified: null })
}
