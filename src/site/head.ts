import { html } from 'hono/html'
import type { Html } from '../view/html.ts'
import type { Graph } from '../view/json-ld/page-nodes.ts'
import { jsonLdScript } from '../view/json-ld/script.ts'
import { plainLine } from '../view/plain-line.ts'

/** Feeds that a page names, for readers of feeds to find: what they are called, and where they are without their ending. */
export type FeedOfPage = { readonly title: string; readonly path: string }

/** What stands in the head of a public page beside what stands in every page's. */
export type PublicHead = {
  /** The page's one address: absolute. */
  readonly canonical: string
  readonly language: string
  readonly feeds: readonly FeedOfPage[]
  /** Null where the page is shown as it was, or is of something that is gone. */
  readonly graph: Graph | null
}

/** The one address of a page, its feeds, and what it says for programs. */
export function publicHead({ canonical, language, feeds, graph }: PublicHead): Html {
  return html`<link rel="canonical" href="${canonical}">
<link rel="alternate" hreflang="${language}" href="${canonical}">
${feeds.map(
  ({
    title,
    path,
  }) => html`<link rel="alternate" type="application/atom+xml" title="${plainLine(title)}" href="${path}.atom">
<link rel="alternate" type="application/feed+json" title="${plainLine(title)}" href="${path}.json">
`,
)}${graph !== null && jsonLdScript(graph)}`
}
