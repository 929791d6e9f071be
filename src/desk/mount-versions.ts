import type { Hono } from 'hono'
import { annotationOf } from '../record/anchors/annotation.ts'
import { searchedText } from '../record/anchors/searched-text.ts'
import type { Id } from '../record/id.ts'
import type { Store } from '../record/store.ts'
import type { ReadVersion, TextVersion } from '../record/text-versions.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { fail, show } from '../web/web.ts'
import { needs } from '../web/who-asks.ts'
import type { Desk } from './desk.ts'
import { lastChangeHtml, versionPage, versionsHtml } from './version-page.ts'

type Versions = Pick<Store, 'versions' | 'version'>

/** The version captured right before another. */
async function versionBefore(
  store: Versions,
  articleId: Id,
  { versions, textId }: { readonly versions: readonly TextVersion[]; readonly textId: Id },
): Promise<ReadVersion | null> {
  const before = versions[versions.findIndex((version) => version.textId === textId) - 1]
  return before === undefined ? null : store.version(articleId, before.textId)
}

/** What an article's page says of its versions; nothing where it has one. */
export async function articleVersionsHtml(store: Versions, articleId: Id, messages: Messages): Promise<Html | ''> {
  const versions = await store.versions(articleId)
  const standing = versions.find(({ stands }) => stands)
  if (versions.length < 2 || standing === undefined) return ''
  const { textId } = standing
  const [version, before] = [
    await store.version(articleId, textId),
    await versionBefore(store, articleId, { versions, textId }),
  ]
  const change = version === null || before === null ? '' : lastChangeHtml({ articleId, before, version }, messages)
  return versionsHtml(versions, { articleId, change, messages })
}

/** The texts that articles had, and their statements as Web Annotations. */
export function mountVersions(app: Hono, desk: Desk): void {
  const { store, messages } = desk
  app.get('/articles/:id/versions/:text', needs('see-desk'), async (context) => {
    const { id, text: textId } = context.req.param()
    const [article, version] = [await store.article(id), await store.version(id, textId)]
    if (article === null || version === null) return fail(desk, context, 404)
    const versions = await store.versions(id)
    const before = await versionBefore(store, id, { versions, textId })
    return show(desk, context, versionPage({ article, version, before, versions, messages }))
  })
  app.get('/articles/:id/annotations.jsonld', needs('see-desk'), async (context) => {
    const id = context.req.param('id')
    const standing = (await store.versions(id)).find(({ stands }) => stands)
    const version = standing === undefined ? null : await store.version(id, standing.textId)
    if (version === null) return fail(desk, context, 404)
    const of = {
      searched: searchedText(version.text),
      capture: { url: version.url, sha256: version.sha256, at: version.capturedAt },
    }
    const annotations = version.statementRecords.map((statement) =>
      annotationOf({ id: `urn:onrecord:statement:${statement.id}`, statement, created: version.recordedAt }, of),
    )
    return context.body(JSON.stringify(annotations, null, 1), 200, {
      'Content-Type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    })
  })
}
