import type { Context, Hono } from 'hono'
import { bibtexCitation } from '../view/citations/bibtex.ts'
import type { Citation } from '../view/citations/citation.ts'
import { cslCitation } from '../view/citations/csl-json.ts'
import { fail } from '../web/web.ts'
import { answered } from './answer.ts'
import type { Site } from './site.ts'

/** Forms in which a citation is taken along: how it is written, and what that is called. */
const FORMS = {
  bib: { write: bibtexCitation, contentType: 'application/x-bibtex; charset=UTF-8' },
  json: { write: cslCitation, contentType: 'application/vnd.citationstyles.csl+json; charset=UTF-8' },
} as const

/**
 * Serves the citation of each page below a path as files, `cite.bib` and `cite.json`.
 *
 * @param citationOf the citation of the page that is asked for; null where there is no such page
 */
export function mountCitations(
  app: Hono,
  site: Site,
  {
    below,
    citationOf,
  }: { readonly below: string; readonly citationOf: (context: Context) => Promise<Citation | null> },
): void {
  for (const [ending, { write, contentType }] of Object.entries(FORMS))
    app.get(`${below}/cite.${ending}`, async (context) => {
      const citation = await citationOf(context)
      if (citation === null) return fail(site, context, 404)
      context.header('Content-Disposition', `attachment; filename="onrecord-${citation.key}.${ending}"`)
      return answered(context, { body: write(citation), contentType, status: 200, lastModified: null })
    })
}
