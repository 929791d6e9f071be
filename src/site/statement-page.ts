import { html } from 'hono/html'
import type { DossierHead } from '../record/dossier/dossier.ts'
import type { StatementView } from '../record/public-record.ts'
import type { SampleSet } from '../record/sample-set.ts'
import { dateHtml, languageAttributes, shownHeadline } from '../view/article-line.ts'
import { chainHtml } from '../view/chain-words.ts'
import { dateInSentence, momentInWords } from '../view/dates.ts'
import { filled } from '../view/filled.ts'
import type { Html } from '../view/html.ts'
import { languageName } from '../view/language.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { outletPath } from '../view/public-paths.ts'
import { saidOn } from '../view/statement-facts.ts'
import { speakerName } from '../view/told/speaker-name.ts'
import { wordsHtml } from '../view/words-html.ts'
import { type Fact, factRows } from './fact-rows.ts'
import { speakerLink } from './speaker-link.ts'
import { checkingRows, originalHtml } from './statement-checking.ts'
import { shownPassage } from './statement-passage.ts'

/** What the page of a statement needs beside it. */
export type StatementPageOptions = {
  readonly sample: SampleSet | null
  /** Of the page: absolute. */
  readonly address: string
  /** What stands above it: on which past day it is shown. */
  readonly moment: Html | ''
  /** The citation of the page. */
  readonly cite: Html
  readonly messages: Messages
}

/** The heading's sentence and its date: by the day of saying, else by that of printing. */
function headingOf(view: StatementView, messages: Messages): readonly [sentence: string, when: string] {
  const says = messages.publicStatement
  const said = saidOn(view)
  const date = said ?? view.article.published
  if (date === null) return [says.saidUndated, '']
  return [said === null ? says.printed : says.said, dateInSentence(date, messages)]
}

function factsHtml(title: string, facts: readonly Fact[]): Html {
  const id = title.toLowerCase().replaceAll(' ', '-')
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<dl>${facts.map(([term, says]) => html`<div><dt>${term}</dt> <dd>${says}</dd></div>`)}</dl></section>
`
}

function dossiersHtml(dossiers: readonly DossierHead[], { publicStatement: says }: Messages): Html {
  return html`<section aria-labelledby="dossiers"><h2 id="dossiers">${says.dossiers}</h2>
${
  dossiers.length === 0
    ? html`<p>${says.noDossiers}</p>`
    : html`<ul>${dossiers.map(({ id, title }) => html`<li><a href="/dossiers/${encodeURIComponent(id)}">${wordsHtml(title)}</a></li>`)}</ul>`
}</section>
`
}

/** Where it is printed: outlet, byline, headline and day, with the way to the original. */
function printedHtml({ article }: StatementView, messages: Messages): Html {
  const says = messages.publicStatement
  const { outlet, byline, published, language } = article
  const headline = shownHeadline(article)
  const attributes = languageAttributes(language)
  const path = outlet === null ? null : outletPath(outlet)
  const name = outlet === null ? messages.article.outletNotKnown : html`<bdi${attributes}>${outlet}</bdi>`
  return html`<section aria-labelledby="original"><h2 id="original">${says.original}</h2>
<p class="headline">${headline === null ? says.noHeadline : html`<cite><bdi${attributes}>${headline}</bdi></cite>`}</p>
<p>${path === null ? name : html`<a href="${path}">${name}</a>`}${byline !== null && html`, ${messages.list.by} <bdi${attributes}>${byline}</bdi>`}, ${dateHtml(published, messages)}</p>
<p>${originalHtml(article, messages)}</p></section>
`
}

/** What editors made of its words in other languages, marked as theirs. */
function translationsHtml({ decision }: StatementView, messages: Messages): Html | '' {
  const { translations } = decision.values
  if (translations.length === 0) return ''
  const says = messages.publicStatement
  return html`<section aria-labelledby="translations"><h2 id="translations">${says.translations}</h2>
${translations.map(
  ({ language, content, by, at }) =>
    html`<blockquote${languageAttributes(language)}>${content}</blockquote><p>${says.translated(languageName(language, messages.language), says.by[by.role], momentInWords(at, messages))}</p>`,
)}</section>
`
}

/** A statement: its words in their paragraph, who said it to whom and how it came, and what is needed to check it. */
export function statementPage(view: StatementView, options: StatementPageOptions): PageBody {
  const { sample, moment, cite, messages } = options
  const says = messages.publicStatement
  const [sentence, when] = headingOf(view, messages)
  const title = sentence.replace('{who}', () => speakerName(view) ?? says.somebody).replace('{when}', when)
  return {
    title,
    section: 'statements',
    script: null,
    main: html`<article class="statement"><h1>${filled(sentence, { who: speakerLink(view, messages), when })}</h1>
${moment}<p class="imprint way">${chainHtml(view, messages)}</p>
${sample !== null && html`<p class="sample">${messages.samples[sample]}</p>`}
<div class="row">${shownPassage(view, messages)}
<div class="margin">${factsHtml(says.parts, factRows(view, messages))}</div></div>
${translationsHtml(view, messages)}<div class="columns">${printedHtml(view, messages)}${factsHtml(says.checking, checkingRows(view, options))}${dossiersHtml(view.dossiers, messages)}</div>
${cite}</article>`,
  }
}
