import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { decodeBytes } from './decode-bytes.ts'
import { htmlArticle } from './html-article.ts'
import type { MimeHeader } from './mime-header.ts'
import type { MimeOutcome, MimePart } from './mime-parts.ts'
import { webAddress } from './page-address.ts'

type Message = Extract<MimeOutcome, { ok: true }>

const HTML_TYPES: readonly string[] = ['text/html', 'application/xhtml+xml']

/** Whether a message is a web page with its pictures as a browser saves it (MHTML), and not a mail. */
export function isSavedPage({ header, type }: Message): boolean {
  if (header.raw('snapshot-content-location') !== null || /^"?<?saved by/i.test(header.raw('from') ?? '')) return true
  const wasSent = ['to', 'received', 'message-id', 'delivered-to'].some((name) => header.raw(name) !== null)
  return type === 'multipart/related' && !wasSent
}

/** An id or an address without the brackets around it. */
function bare(value: string | null): string | null {
  return value?.replace(/^\s*<|>\s*$/g, '').trim() ?? null
}

/** The part that is the page itself: the others are its frames and pictures. */
function mainPart({ header, parts }: Message): MimePart | null {
  const start = bare(header.parameter('content-type', 'start'))
  const snapshot = bare(header.raw('snapshot-content-location'))
  const has = (field: string, value: string | null) => (part: MimePart) =>
    value !== null && bare(part.header.raw(field)) === value
  return (
    parts.find(has('content-id', start)) ??
    parts.find(has('content-location', snapshot)) ??
    parts.find(({ type }) => HTML_TYPES.includes(type)) ??
    null
  )
}

function addressOf(header: MimeHeader, part: MimePart): string | null {
  const given = [
    header.raw('snapshot-content-location'),
    part.header.raw('content-location'),
    header.raw('content-location'),
  ]
  return given.map((value) => webAddress(bare(value), null)).find((address) => address !== null) ?? null
}

/** The article in a web page that was saved with its pictures in one file (MHTML), with the page's address. */
export function savedPageArticle(message: Message, hints: ArticleHints): ArticleOutcome {
  const page = mainPart(message)
  if (page === null || !HTML_TYPES.includes(page.type))
    return {
      ok: false,
      fault: {
        code: 'no-article',
        sentence: 'this web archive (MHTML) holds no page, or breaks off before it; save the page again and add that',
      },
    }
  const decoded = decodeBytes(page.bytes(), page.header.raw('content-type'))
  if (!decoded.ok) return decoded
  return htmlArticle(decoded.text, { ...hints, url: addressOf(message.header, page) ?? hints.url })
}
