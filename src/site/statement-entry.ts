import { html } from 'hono/html'
import type { PublicStatement } from '../record/public-record.ts'
import { dateHtml, languageAttributes } from '../view/article-line.ts'
import { chainText } from '../view/chain-words.ts'
import { entryUrn } from '../view/feeds/entry-urn.ts'
import type { OutEntry } from '../view/feeds/out-feed.ts'
import type { Addresses } from '../view/json-ld/addresses.ts'
import type { Messages } from '../view/messages/messages.ts'
import { beginningOf } from '../view/plain-line.ts'
import { safeLink } from '../view/safe-link.ts'
import { contentWords, saidOn } from '../view/statement-facts.ts'
import { speakerName } from '../view/told/speaker-name.ts'

/** A title is one line in a list; in UTF-16 code units. */
export const MAX_TITLE = 120
/** A paragraph is longer only where somebody wrote a page without paragraphs. */
const MAX_PASSAGE = 4_000

/** An accepted statement as an entry of a feed: its paragraph, and how it came. */
export async function statementEntry(
  shown: PublicStatement,
  { addresses, messages }: { readonly addresses: Addresses; readonly messages: Messages },
): Promise<OutEntry> {
  const { statement, article, decision, passage } = shown
  const who = speakerName(shown) ?? messages.publicStatement.somebody
  const words = beginningOf(contentWords(shown), MAX_TITLE)
  const way = chainText(shown, messages)
  const link = safeLink(article.url)
  const date = saidOn(shown) ?? article.published
  const content = html`<blockquote${languageAttributes(article.language)}><p>${beginningOf(passage, MAX_PASSAGE)}</p></blockquote>
<p><bdi>${who}</bdi>, <bdi>${way}</bdi>${date !== null && html`, ${dateHtml(date, messages)}`}.${
    link !== null && html` <a href="${link.href}">${link.host}</a>`
  }</p>`
  return {
    id: entryUrn('statement', statement.id),
    url: addresses.page(`/statements/${encodeURIComponent(statement.id)}`),
    title: messages.outFeeds.said(who, statement.kind === 'direct' ? `“${words.replace(/^[“"]|[”"]$/g, '')}”` : words),
    recordedAt: decision.recordedAt,
    summary: `${beginningOf(contentWords(shown), MAX_PASSAGE)} (${way})`,
    html: String(await content),
    author: speakerName(shown),
  }
}
