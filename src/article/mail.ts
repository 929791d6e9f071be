import { cleanLine, cleanOrNull } from '../text/clean-text.ts'
import type { Article } from './article.ts'
import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { blocksOf } from './blocks.ts'
import { isBoilerplate } from './boilerplate.ts'
import { decodeBytes } from './decode-bytes.ts'
import { type Fault, TOO_MUCH } from './fault.ts'
import { type HeadLine, readHeadLine } from './head-line.ts'
import { htmlArticle } from './html-article.ts'
import { articleLanguage } from './language-tag.ts'
import { MAX_PAGE_TEXT } from './limits.ts'
import { FORWARDED_SUBJECT, mailLines } from './mail-lines.ts'
import { mailSender } from './mail-sender.ts'
import { type MimeOutcome, type MimePart, mimeParts } from './mime-parts.ts'
import { paragraphsOf } from './plain-paragraphs.ts'
import { machineDate } from './published-date.ts'
import { slimHtml } from './slim-html.ts'

type Message = Extract<MimeOutcome, { ok: true }>

/** The text of a mail line by line, with what a page in it says about itself. */
type Body = { readonly lines: readonly string[]; readonly page: Article | null }

/** A page that gives less than this share of the text beside it has lost some of it. */
const WHOLE_ENOUGH = 0.5

/** How many paragraphs above the text may be headline, byline, date and outlet. */
const HEAD_PARAGRAPHS = 5

const SUBJECT_PREFIX = /^\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|rv|enc|doorst|回复|转发|答复)(?:\[\d+\])?\s*[:：]\s*)+/i

const SECRET = new Set(['multipart/encrypted', 'application/pkcs7-mime', 'application/x-pkcs7-mime'])

function refused(code: Fault['code'], sentence: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code, sentence } }
}

/** The lines of a plain part. In "flowed" text a line that ends in a space goes on in the next one. */
function plainBody(part: MimePart): Body | null {
  const decoded = decodeBytes(part.bytes(), part.header.raw('content-type'))
  if (!decoded.ok) return null
  const isFlowed = part.header.parameter('content-type', 'format')?.toLowerCase() === 'flowed'
  const text = isFlowed ? decoded.text.replace(/(?<!^--) \r?\n(?![>\s]|$)/gm, ' ') : decoded.text
  return { lines: text.split(/\r\n|\n|\r/), page: null }
}

/** The lines of an HTML part: those of its article, or of all of it where it has none, as a short mail has. */
function htmlBody(part: MimePart, hints: ArticleHints): Body | null {
  const decoded = decodeBytes(part.bytes(), part.header.raw('content-type'))
  if (!decoded.ok) return null
  const found = htmlArticle(decoded.text, { ...hints, url: null })
  if (found.ok) return { lines: found.article.text.split('\n'), page: found.article }
  const slim = slimHtml(decoded.text)
  if (!slim.ok) return null
  return { lines: blocksOf(slim.page.body).flatMap(({ text }) => [...text.split('\n'), '']), page: null }
}

const lengthOf = (body: Body) => body.lines.join('\n').length

/** The better one of the ways in which a mail says the same: its page, unless that lost much of the text. */
function bodyOf({ parts }: Message, hints: ArticleHints): Body | null {
  const shown = parts.filter(({ fileName }) => fileName === null)
  const [page] = shown.filter(({ type }) => type === 'text/html').flatMap((part) => htmlBody(part, hints) ?? [])
  const plain = shown.filter(({ type }) => type === 'text/plain').flatMap((part) => plainBody(part) ?? [])
  const text: Body | null =
    plain.length === 0 ? null : { lines: plain.flatMap(({ lines }) => [...lines, '']), page: null }
  if (page === undefined || text === null) return page ?? text
  return lengthOf(page) < lengthOf(text) * WHOLE_ENOUGH ? text : page
}

/** Parts what stands above the text from the text: the subject again, a byline, a date, an outlet. */
function splitHead(paragraphs: readonly string[], subject: string | null) {
  const head: { byline: string | null; published: string | null; outlet: string | null } = {
    byline: null,
    published: null,
    outlet: null,
  }
  const same = (line: string) => line.toLowerCase() === subject?.toLowerCase()
  let at = 0
  for (; at < Math.min(HEAD_PARAGRAPHS, paragraphs.length - 1); at += 1) {
    const line = paragraphs[at] ?? ''
    const said = readHeadLine(line)
    if (said === null && !same(line)) break
    head.byline ??= said?.byline ?? null
    head.published ??= said?.published ?? null
    head.outlet ??= said?.outlet ?? null
  }
  return { head: head satisfies HeadLine, rest: paragraphs.slice(at) }
}

/** Why a mail gives no article. */
function withoutText({ parts }: Message): ArticleOutcome {
  const attached = parts
    .flatMap(({ fileName }) => (fileName === null ? [] : [cleanLine(fileName)]))
    .filter((name) => name !== '')
  const names = attached.slice(0, 3).join(', ')
  return attached.length === 0
    ? refused('no-article', 'there is no text in this message; save it again, whole, and add that')
    : refused(
        'no-article',
        `this message has no text of its own, only attached files (${names}); save those and add them`,
      )
}

function articleIn(message: Message, hints: ArticleHints): ArticleOutcome {
  const { header } = message
  const body = bodyOf(message, hints)
  if (body === null) return withoutText(message)
  if (lengthOf(body) > MAX_PAGE_TEXT) return { ok: false, fault: TOO_MUCH }
  const sent = header.text('subject')
  const { lines, forwarded } = mailLines(body.lines, sent)
  const subject = cleanOrNull((forwarded?.subject ?? sent)?.replace(SUBJECT_PREFIX, ''))
  const { head, rest } = splitHead(paragraphsOf(lines.join('\n')), subject)
  const kept = rest.filter((paragraph) => !isBoilerplate(paragraph))
  if (kept.length === 0) return withoutText(message)
  const isPassedOn = forwarded === null && FORWARDED_SUBJECT.test(sent ?? '')
  // Who passes a message on did not write it, and the day on which they did is not the day it is from.
  const sender = mailSender(forwarded?.from ?? (isPassedOn ? null : header.text('from')))
  const sentOn = forwarded?.date ?? (isPassedOn ? null : header.raw('date'))
  const text = kept.join('\n\n')
  const { page } = body
  return {
    ok: true,
    article: {
      headline: subject ?? page?.headline ?? null,
      byline: page?.byline ?? head.byline ?? sender.byline,
      outlet: sender.outlet ?? page?.outlet ?? head.outlet,
      published: (sentOn === null ? null : machineDate(sentOn)) ?? head.published ?? page?.published ?? null,
      language: articleLanguage([header.raw('content-language')], text),
      url: page?.url ?? null,
      text,
      timeCodes: [],
    },
  }
}

/** The longer one of a mail and the messages attached to it: whoever forwards one says little about it. */
function longest(outcomes: readonly ArticleOutcome[]): ArticleOutcome | null {
  const length = (outcome: ArticleOutcome) => (outcome.ok ? outcome.article.text.length : -1)
  return outcomes.toSorted((a, b) => length(b) - length(a))[0] ?? null
}

/** How many messages attached to one another are opened. */
const MAX_ATTACHED = 3

/**
 * The article in a mail: a newsletter's text, or the message that it forwards. The subject is its headline, the
 * sender its author or outlet where the name tells which, the day it was sent the day it was published. Attached
 * files are not read.
 */
export function mailArticle(message: Message, hints: ArticleHints, depth = 0): ArticleOutcome {
  if (SECRET.has(message.type))
    return refused('unsupported', 'this message is encrypted; open it in your mail program, save its text and add that')
  const attached = message.parts
    .filter(({ type }) => type === 'message/rfc822' && depth < MAX_ATTACHED)
    .slice(0, MAX_ATTACHED)
    .map((part) => {
      const inner = mimeParts(part.bytes())
      return inner.ok ? mailArticle(inner, hints, depth + 1) : inner
    })
  const own = articleIn(message, hints)
  return longest([own, ...attached]) ?? own
}
