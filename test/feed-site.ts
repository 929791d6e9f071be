import { type LocalSite, localSite, page, type RawAnswer } from './local-web.ts'

/** An entry of a feed of ours; what is left out is not given. */
export type MadeEntry = {
  readonly id?: string
  readonly link?: string
  readonly title?: string
  /** RFC 822. */
  readonly date?: string
  readonly text?: string
}

/** RSS 2.0 of some entries. */
export function rssOf(entries: readonly MadeEntry[], channel = ''): string {
  const element = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<${name}>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`
  const items = entries.map(
    ({ id, link, title, date, text }) =>
      `<item>${element('title', title)}${element('link', link)}${id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`}${element('pubDate', date)}${element('description', text)}</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Harbour Post</title>${channel}${items.join('\n')}</channel></rss>`
}

/** A feed as a server of another program sends it. */
export function feedAnswer(feed: string, headers: Readonly<Record<string, string>> = {}): string {
  return page(Buffer.from(feed).toString('latin1'), { 'Content-Type': 'application/rss+xml', ...headers })
}

/** An answer without a page. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ 'Content-Length': '0', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${code} Status\r\n${lines.join('')}\r\n`
}

/** A real server whose answers can be changed while it runs. */
export async function changingSite(first: Readonly<Record<string, RawAnswer>>) {
  const answers: Record<string, RawAnswer> = { ...first }
  const site: LocalSite = await localSite(answers)
  return { ...site, answers }
}
