import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { decodeBytes } from './decode-bytes.ts'
import { type Fault, type FaultCode, TOO_MUCH } from './fault.ts'
import { htmlArticle } from './html-article.ts'
import { MAX_INPUT_BYTES, MAX_PAGE_TEXT } from './limits.ts'
import { mailArticle } from './mail.ts'
import { mimeParts } from './mime-parts.ts'
import { pdfArticle } from './pdf-article.ts'
import { plainArticle } from './plain-text.ts'
import { isSavedPage, savedPageArticle } from './saved-page.ts'
import { binaryKind, isPdf } from './sniff-bytes.ts'
import { isMail } from './sniff-mail.ts'
import { type TextKind, textKind } from './sniff-text.ts'
import { transcriptArticle } from './transcript.ts'

export type { ArticleHints, ArticleOutcome } from './article-outcome.ts'

function fault(code: FaultCode, sentence: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code, sentence } }
}

/** Texts that are neither a page nor an article, and what to do about each. */
const OTHER_TEXTS: Readonly<Record<Exclude<TextKind, 'html' | 'plain' | 'transcript'>, string>> = {
  archive:
    'this is an archive of the web, whose pages are read one by one; save it as a file that ends in .warc and add that',
  feed: 'this is a feed, not an article; follow it (on the page Feeds, or with "npx onrecord follow"), or add one of its articles',
  json: 'this is JSON, not an article; add the page or the text that it was made from',
  rtf: 'this is an RTF document, which cannot be read; save it as plain text or HTML and add that',
}

/** What can be told before the bytes are decoded. */
function bytesFault(bytes: Uint8Array): ArticleOutcome | null {
  if (bytes.length === 0) return fault('empty', 'the file is empty; save the page or text again and add that')
  if (bytes.length > MAX_INPUT_BYTES)
    return fault(
      'too-large',
      `it is larger than ${MAX_INPUT_BYTES / 1024 / 1024} MB, as no article is; save the article alone and add that`,
    )
  const binary = isPdf(bytes) ? null : binaryKind(bytes)
  return binary === null
    ? null
    : fault('binary', `this is ${binary}, not text; add the article as a web page or as plain text`)
}

/** The article in a decoded text, by what kind of text it is. */
function textArticle(text: string, hints: ArticleHints): ArticleOutcome {
  const kind = textKind(text)
  if (kind === 'html') return htmlArticle(text, hints)
  if (kind !== 'plain' && kind !== 'transcript') return fault('unsupported', OTHER_TEXTS[kind])
  if (text.length > MAX_PAGE_TEXT) return { ok: false, fault: TOO_MUCH }
  return kind === 'plain' ? plainArticle(text, hints) : transcriptArticle(text, hints)
}

/** The article in a message: a web page saved with its pictures (MHTML), or a mail. */
function messageArticle(bytes: Uint8Array, hints: ArticleHints): ArticleOutcome {
  const message = mimeParts(bytes)
  if (!message.ok) return message
  return isSavedPage(message) ? savedPageArticle(message, hints) : mailArticle(message, hints)
}

/**
 * Turns bytes as received into the article a person would read in them. The kinds of input are told apart by their
 * content, whatever the hints say.
 *
 * @param bytes hostile until parsed; more than `MAX_INPUT_BYTES` is refused
 */
export async function readArticle(bytes: Uint8Array, hints: ArticleHints): Promise<ArticleOutcome> {
  const refused = bytesFault(bytes)
  if (refused !== null) return refused
  if (isPdf(bytes)) return pdfArticle(bytes, hints)
  if (isMail(bytes)) return messageArticle(bytes, hints)
  const decoded = decodeBytes(bytes, hints.contentType)
  if (!decoded.ok) return decoded
  if (decoded.text.trim() === '')
    return fault('empty', 'there is nothing in it but white space; save the page or text again and add that')
  return textArticle(decoded.text, hints)
}
