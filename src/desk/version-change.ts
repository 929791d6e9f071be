import { html } from 'hono/html'
import type { VersionChange } from '../record/anchors/compare-versions.ts'
import { wordsOf } from '../text/span.ts'
import { languageAttributes } from '../view/article-line.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { wordDifferencesHtml } from '../view/word-differences.ts'

type Shown = {
  readonly articleId: string
  /** Of the later version. */
  readonly text: string
  readonly language: string | null
  readonly messages: Messages
}

/** How many statements were kept, changed, gone and new, in a sentence. */
export function changeSentence({ kept, changed, gone, added }: VersionChange, { versions }: Messages): string {
  return versions.counts(kept.length, changed.length, gone.length, added.length)
}

/** What became of the statements that are not as they were: each with its words. */
export function changeHtml({ changed, gone, added }: VersionChange, shown: Shown): Html | '' {
  if (changed.length + gone.length + added.length === 0) return ''
  const { articleId, text, language, messages } = shown
  const says = messages.versions
  const attributes = languageAttributes(language)
  return html`<ul class="changes">${changed.map(
    ({
      after,
      parts,
    }) => html`<li><b>${says.changed}</b> <a href="/desk/articles/${articleId}?statement=${after.id}#s-${after.id}">${says.show}</a>
<dl>${parts.map(
      ({ part, differences }) =>
        html`<div><dt>${says.parts[part]}</dt> <dd${attributes}>${wordDifferencesHtml(differences)}</dd></div>`,
    )}</dl></li>`,
  )}${gone.map(({ words }) => html`<li><b>${says.gone}</b> <q${attributes}>${words}</q></li>`)}${added.map(
    ({ id, content }) =>
      html`<li><b>${says.isNew}</b> <a href="/desk/articles/${articleId}?statement=${id}#s-${id}"${attributes}>${content.map((span) => wordsOf(text, span)).join(' … ')}</a></li>`,
  )}</ul>`
}
