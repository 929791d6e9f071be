import { plainLine } from '../plain-line.ts'
import type { OutEntry, OutFeed } from './out-feed.ts'

function itemOf({ id, url, title, recordedAt, summary, html, author }: OutEntry): object {
  return {
    id,
    url,
    title: plainLine(title),
    content_html: html.toWellFormed(),
    summary: plainLine(summary),
    date_published: recordedAt,
    date_modified: recordedAt,
    ...(author !== null && { authors: [{ name: plainLine(author) }] }),
  }
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed({ title, subtitle, publisher, language, home, json, entries }: OutFeed): string {
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: plainLine(title),
      home_page_url: home,
      feed_url: json,
      description: plainLine(subtitle),
      authors: [{ name: publisher }],
      language,
      items: entries.map(itemOf),
    },
    null,
    2,
  )}\n`
}
