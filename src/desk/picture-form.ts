import { html } from 'hono/html'
import type { ArticleRecord } from '../record/records.ts'
import { TOKEN_FIELD } from '../view/add-box.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { safeLink } from '../view/safe-link.ts'

/** Where an article's page can be fetched again, for a picture of it; null for a file or a paste. */
export function pictureAddress({ captures }: Pick<ArticleRecord, 'captures'>): string | null {
  return safeLink(captures.find(({ url }) => url !== null)?.url ?? null)?.href ?? null
}

/** The button that has an article's page fetched and pictured. */
export function pictureForm(id: string, token: string, { picture }: Messages): Html {
  return html`<form class="picture" action="/desk/articles/${id}/picture" method="post" enctype="multipart/form-data">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}">
<p><button type="submit" class="plain">${picture.take}</button></p>
<p class="hint">${picture.takeMeans}</p>
</form>
`
}
