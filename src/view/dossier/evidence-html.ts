import { html } from 'hono/html'
import type { Evidence, Quoted } from '../../record/dossier/quoted.ts'
import { dateHtml, languageAttributes } from '../article-line.ts'
import { dateInSentence } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import { outletPath } from '../public-paths.ts'
import { safeLink } from '../safe-link.ts'
import { actorHtml } from './actor-html.ts'
import type { Shown } from './shown.ts'

/** Quoted words in the language of their article, which lead to where they stand: the statement, else the original. */
export function quotedWords({ view }: Shown, { article, words, statementId }: Quoted): Html {
  const printed = view.articles.get(article)
  const original = statementId === null ? safeLink(printed?.url ?? null) : null
  const marked = html`“<bdi${languageAttributes(printed?.language ?? null)}>${words}</bdi>”`
  if (statementId !== null) return html`<a href="/statements/${encodeURIComponent(statementId)}">${marked}</a>`
  return original === null ? marked : html`<a href="${original.href}" rel="noopener noreferrer external">${marked}</a>`
}

/** Where words were printed: the outlet, and when. */
function printedHtml({ view, messages }: Shown, { article }: Quoted): Html {
  const printed = view.articles.get(article)
  const outlet = printed?.outlet ?? null
  const name = outlet === null ? null : html`<bdi${languageAttributes(printed?.language ?? null)}>${outlet}</bdi>`
  const path = outlet === null ? null : outletPath(outlet)
  return html`${
    name === null
      ? messages.dossier.evidence.outletNotKnown
      : path === null
        ? name
        : html`<a href="${path}">${name}</a>`
  }, ${dateHtml(printed?.published ?? null, messages)}`
}

/** Quoted words with who says them, through whom, and where they are printed. */
export function quotedHtml(shown: Shown, quoted: Quoted): Html {
  const { messages } = shown
  const says = messages.dossier.evidence
  const { speakerId, saidOn, via, isPrimary } = quoted
  return html`${quotedWords(shown, quoted)} <span class="by">${
    speakerId === null ? says.ownVoice : actorHtml(shown, speakerId, { isLinked: true })
  }${saidOn && html`, ${filled(says.said, { date: dateInSentence(saidOn.edtf, messages) })}`}${
    via.length > 0 && html`, ${says.via(via.join(', '))}`
  }; ${printedHtml(shown, quoted)}${isPrimary && html`; ${says.primary}`}</span>`
}

/** Evidence, a line each, with its stance where it does not support. */
export function evidenceList(shown: Shown, evidence: readonly Evidence[]): Html {
  const { stances, label } = shown.messages.dossier.evidence
  return html`<ul class="evidence-lines" aria-label="${label}">${evidence.map(
    (one) => html`<li>${stances[one.stance]}${quotedHtml(shown, one)}</li>`,
  )}</ul>`
}
