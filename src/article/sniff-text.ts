import { isSubRip, isWebVtt } from './transcript-cues.ts'

/** What a decoded text is, by its content. */
export type TextKind = 'html' | 'plain' | 'archive' | 'feed' | 'json' | 'rtf' | 'transcript'

/** How much of the text is looked at, in UTF-16 code units. */
const REACH = 20_000

const OPENS_AS_HTML =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|section|main|header|div|p|h[1-6]|table|ul|ol|blockquote|span|br|img|a|b|i|em|strong|font|center)\b/i

/** Closing tags that nobody writes in running text. Two of them make markup. */
const CLOSING_TAG = /<\/(?:p|div|a|span|li|h[1-6]|td|article|section|blockquote|body|html|em|strong)\s*>/gi

/** Tells markup from plain text by what stands there, never by a name or a header. */
export function textKind(text: string): TextKind {
  if (isWebVtt(text) || isSubRip(text)) return 'transcript'
  const head = text.slice(0, REACH).trimStart()
  if (/^\{\\rtf/.test(head)) return 'rtf'
  if (/^WARC\/\d\.\d\r?\n/.test(head)) return 'archive'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b/i.test(head))
    return 'feed'
  if (OPENS_AS_HTML.test(head) || (head.match(CLOSING_TAG)?.length ?? 0) >= 2) return 'html'
  return isJson(text) ? 'json' : 'plain'
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    // Plain text may begin with a bracket.
    return false
  }
}
