import { escapeMarkup } from '../page-tree.ts'
import type { Feed, FeedEntry } from './feed.ts'

/**
 * A page of an entry that has none of its own: its text as the feed carries it, with what the feed says of it, so
 * that it is read as any page is.
 *
 * @returns HTML; the same for the same entry of the same feed
 */
export function entryPage(entry: FeedEntry, feed: Pick<Feed, 'title' | 'language'>): string {
  const { title, published, author, content, summary } = entry
  const language = feed.language === null ? '' : ` lang="${escapeMarkup(feed.language)}"`
  const meta = (name: string, value: string | null) =>
    value === null ? '' : `<meta property="${name}" name="${name}" content="${escapeMarkup(value)}">\n`
  const heading = title === null ? '' : `<h1>${escapeMarkup(title)}</h1>\n`
  return `<!doctype html>
<html${language}>
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title ?? '')}</title>
${meta('og:title', title)}${meta('og:site_name', feed.title)}${meta('article:published_time', published)}${meta('author', author)}</head>
<body>
<article>
${heading}${content ?? summary ?? ''}
</article>
</body>
</html>
`
}
