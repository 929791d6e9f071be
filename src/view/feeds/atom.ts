import { plainLine } from '../plain-line.ts'
import { type OutEntry, type OutFeed, updatedAt } from './out-feed.ts'

/** No character of XML 1.0: a reader refuses the whole feed for one of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Any string as XML takes it, in text and between double quotation marks. */
function xml(value: string): string {
  return value
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
}

function element(name: string, value: string): string {
  return `<${name}>${xml(value)}</${name}>\n`
}

function entryXml({ id, url, title, recordedAt, summary, html, author }: OutEntry): string {
  return `<entry>
${element('id', id)}${element('title', plainLine(title))}<link rel="alternate" type="text/html" href="${xml(url)}"/>
${element('published', recordedAt)}${element('updated', recordedAt)}${
  author === null ? '' : `<author>${element('name', plainLine(author)).trimEnd()}</author>\n`
}${element('summary', plainLine(summary))}<content type="html">${xml(html)}</content>
</entry>
`
}

/** A feed as Atom (RFC 4287). */
export function atomFeed(feed: OutFeed): string {
  const { id, title, subtitle, publisher, language, home, atom, entries } = feed
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">
${element('id', id)}${element('title', plainLine(title))}${element('subtitle', plainLine(subtitle))}<link rel="alternate" type="text/html" href="${xml(home)}"/>
<link rel="self" type="application/atom+xml" href="${xml(atom)}"/>
${element('updated', updatedAt(feed))}<author>${element('name', publisher).trimEnd()}</author>
${entries.map(entryXml).join('')}</feed>
`
}
