import { html } from 'hono/html'
import type { StatementDecision } from '../record/decisions.ts'
import type { StatementView } from '../record/public-record.ts'
import type { ArticleSummary } from '../record/records.ts'
import { momentInWords } from '../view/dates.ts'
import { filled } from '../view/filled.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { safeLink } from '../view/safe-link.ts'
import type { Fact } from './fact-rows.ts'

/** The way to the original; a file has none that a reader could go. */
export function originalHtml({ url, language }: ArticleSummary, { publicStatement: says }: Messages): Html {
  const link = safeLink(url)
  if (link === null) return html`${says.noOriginal}`
  const hreflang = language === null ? '' : html` hreflang="${language}"`
  const words = filled(says.openOriginal, { host: link.host })
  return html`<a href="${link.href}" rel="noopener noreferrer external"${hreflang}>${words}</a>`
}

function momentHtml(instant: string, messages: Messages): Html {
  return html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
}

/** Who decided, by role, what, and when. */
export function decisionHtml({ verdict, by, recordedAt }: StatementDecision, messages: Messages): Html {
  const says = messages.publicStatement
  return filled(says.verdict, {
    verdict: says.verdicts[verdict],
    by: says.by[by.role],
    when: momentHtml(recordedAt, messages),
  })
}

/**
 * What a stranger needs to check a statement: when the bytes were captured and what they are, and who accepted it.
 * A capture's name and where it came from are the desk's.
 */
export function checkingRows(
  { statement, captures, article, decisions }: StatementView,
  { address, messages }: { readonly address: string; readonly messages: Messages },
): readonly Fact[] {
  const says = messages.publicStatement
  const [capture] = captures
  const captured: readonly Fact[] =
    capture === undefined
      ? []
      : capture.received === null
        ? [[says.came, momentHtml(capture.recordedAt, messages)]]
        : [[says.captured, momentHtml(capture.received.at, messages)]]
  return [
    [says.permalink, html`<a href="${address}">${address}</a>`],
    ...captured,
    [says.hash, html`<code>${article.sha256}</code>`],
    [
      messages.evidence.row,
      html`<a href="/statements/${encodeURIComponent(statement.id)}/evidence">${messages.evidence.link}</a>`,
    ],
    [
      says.standing,
      html`${decisions.map((decision, at) => html`${at > 0 && html`<br>`}${decisionHtml(decision, messages)}`)}`,
    ],
  ]
}
