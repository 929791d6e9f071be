import { html } from 'hono/html'
import type { ArticleRecord } from '../record/records.ts'
import type { WatchedPage } from '../record/watched-pages.ts'
import { TOKEN_FIELD } from '../view/add-box.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'

/** Where the article's page is on the web; null for a file or a paste. */
export function pageAddress({ captures }: ArticleRecord): string | null {
  return captures.findLast(({ url }) => url !== null && /^https?:/u.test(url))?.url ?? null
}

function standingWords({ watchedSince, lookedAt, fault, goneSince }: WatchedPage, messages: Messages): string {
  const says = messages.watch
  const moment = (instant: string) => momentInWords(instant, messages)
  return [
    says.since(moment(watchedSince)),
    lookedAt === null ? says.notYet : says.looked(moment(lookedAt)),
    ...(goneSince === null ? [] : [says.gone(moment(goneSince))]),
    ...(fault === null ? [] : [says.fault(fault.sentence)]),
  ].join(' ')
}

/** Whether an article's page is looked at again, with the form that begins or ends it; nothing for what has no address. */
export function watchBox(
  article: ArticleRecord,
  { page, token, messages }: { readonly page: WatchedPage | null; readonly token: string; readonly messages: Messages },
): Html | '' {
  if (page === null && pageAddress(article) === null) return ''
  const says = messages.watch
  const [deed, words] = page === null ? ['watch', says.watch] : ['unwatch', says.stop]
  return html`<section class="captures" aria-labelledby="watch"><h2 id="watch">${says.title}</h2>
<p>${page === null ? says.never : standingWords(page, messages)}</p>
<form action="/desk/articles/${article.id}/${deed}" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><button type="submit">${words}</button></form></section>
`
}
