import { html } from 'hono/html'
import type { ActorSummary, PlacedStatement } from '../record/records.ts'
import type { Page } from '../record/store.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import type { Span } from '../text/span.ts'
import { mainName, nameHtml } from '../view/actor-names.ts'
import { headlineHtml, imprintHtml, languageAttributes } from '../view/article-line.ts'
import type { Html } from '../view/html.ts'
import { languageName, scriptOf } from '../view/language.ts'
import type { PageBody } from '../view/layout.ts'
import { marksOf, reachOf } from '../view/mark-tree.ts'
import { type MarkedText, markedParagraphs } from '../view/marked-text.ts'
import type { Messages } from '../view/messages/messages.ts'
import { pager } from '../view/pager.ts'
import type { IsSample } from './sample-mark.ts'

/** A passage is longer only where somebody wrote a page without paragraphs; in UTF-16 code units. */
const MAX_PASSAGE = 6_000
/** What of such a passage is shown before the statement and behind it. */
const SHOWN_AROUND = 1_000

/** A passage, or of a very long one what stands around the statement. */
function withShortPassage(placed: PlacedStatement): PlacedStatement {
  const { statement, passage, passageStart } = placed
  if (passage.length <= MAX_PASSAGE) return placed
  const [start, end] = reachOf(statement)
  const from = Math.max(0, start - passageStart - SHOWN_AROUND)
  const to = Math.min(end - passageStart + SHOWN_AROUND, from + MAX_PASSAGE)
  return { ...placed, passage: passage.slice(from, to).toWellFormed(), passageStart: passageStart + from }
}

/** Moves spans of an article's text to where they stand in a passage of it; what lies outside is cut off. */
function inPassage(spans: readonly Span[], { passage, passageStart }: PlacedStatement): readonly Span[] {
  return spans.flatMap(([from, to]): Span[] => {
    const start = Math.max(from - passageStart, 0)
    const end = Math.min(to - passageStart, passage.length)
    return start < end ? [[start, end]] : []
  })
}

/** The paragraphs around a statement, with its parts marked. */
function passageHtml(whole: PlacedStatement, messages: Messages): Html {
  const placed = withShortPassage(whole)
  const { statement, article, passage } = placed
  const cut = passage.length < whole.passage.length
  const moved = {
    ...statement,
    source: inPassage(statement.source, placed),
    cue: inPassage(statement.cue, placed),
    content: inPassage(statement.content, placed),
  }
  const marked: MarkedText = {
    text: passage,
    script: article.language && scriptOf(article.language),
    names: [],
    statements: [moved],
    marks: marksOf(passage, [moved]),
    timeCodes: [],
    lineHref: null,
    messages,
  }
  return html`<blockquote${languageAttributes(article.language)}>${markedParagraphs(marked, paragraphsOf(passage)).map(
    (words) => html`<p>${cut && '[…] '}${words}${cut && ' […]'}</p>`,
  )}</blockquote>`
}

function statementHtml(placed: PlacedStatement, isSample: IsSample, messages: Messages): Html {
  const { statement, article } = placed
  const href = `/articles/${article.id}?statement=${statement.id}#s-${statement.id}`
  return html`<li id="s-${statement.id}">${passageHtml(placed, messages)}
<p class="printed"><a href="${href}">${headlineHtml(article, messages)}</a><br>
${imprintHtml(article, messages)}.
${messages.statement.kinds[statement.kind]}, ${messages.readByMachine}.${
    isSample(article) &&
    html`<br>
${messages.sample}`
  }</p></li>`
}

function otherNamesHtml(actor: ActorSummary, messages: Messages): Html | '' {
  const main = mainName(actor.names)
  const others = actor.names.filter((name) => name !== main)
  if (others.length === 0) return ''
  return html`<dl class="facts"><div><dt>${messages.speaker.names}</dt> <dd>${others.map(
    (name, at) =>
      html`${at > 0 ? '; ' : ''}${nameHtml(name)}${name.language && html` (${languageName(name.language, messages.language)})`}`,
  )}</dd></div></dl>`
}

/** A speaker: the names in all scripts, and each statement in its paragraph with where it is printed. */
export function speakerPage(options: {
  readonly actor: ActorSummary
  readonly statements: Page<PlacedStatement>
  readonly cursor: string | null
  readonly isSample: IsSample
  readonly messages: Messages
}): PageBody {
  const { actor, statements, cursor, isSample, messages } = options
  const main = mainName(actor.names)
  return {
    title: main?.name ?? messages.notKnown,
    section: 'speakers',
    script: null,
    main: html`<h1>${main === null ? messages.notKnown : nameHtml(main)}</h1>
${otherNamesHtml(actor, messages)}
<p class="total"><strong>${messages.speakers.count(actor.statements, actor.articles)}.</strong> ${messages.speaker.machine}</p>
<ol class="statements">${statements.items.map((placed) => statementHtml(placed, isSample, messages))}</ol>
${pager({ path: `/speakers/${actor.id}`, words: null, cursor, next: statements.next, messages })}`,
  }
}
