import { html } from 'hono/html'
import { compareVersions } from '../record/anchors/compare-versions.ts'
import type { ArticleSummary } from '../record/records.ts'
import type { ReadVersion, TextVersion } from '../record/text-versions.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { wordsOf } from '../text/span.ts'
import { textDifferences } from '../text/text-differences.ts'
import { wordDifferences } from '../text/word-differences.ts'
import { headlineHtml, languageAttributes } from '../view/article-line.ts'
import { momentInWords } from '../view/dates.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { wordDifferencesHtml } from '../view/word-differences.ts'
import { changeHtml, changeSentence } from './version-change.ts'

function momentHtml(instant: string, messages: Messages): Html {
  return html`<time datetime="${instant}">${momentInWords(instant, messages)}</time>`
}

/** A version's text, with what changed in it since the one before, word by word. */
function textHtml(version: ReadVersion, before: ReadVersion | null): Html {
  const { text, language } = version
  const attributes = languageAttributes(language)
  const paragraphs =
    before === null
      ? paragraphsOf(text).map((span) => html`<p${attributes}>${wordsOf(text, span)}</p>\n`)
      : textDifferences(before.text, text).map((words) => html`<p${attributes}>${wordDifferencesHtml(words)}</p>\n`)
  return html`${paragraphs}`
}

/** The list of an article's text versions, each linked; nothing where there is only one. */
export function versionsHtml(
  versions: readonly TextVersion[],
  {
    articleId,
    change,
    messages,
  }: { readonly articleId: string; readonly change: Html | ''; readonly messages: Messages },
): Html | '' {
  if (versions.length < 2) return ''
  const says = messages.versions
  return html`<section class="captures" aria-labelledby="versions"><h2 id="versions">${says.title}</h2>
${change}
<ol class="versions">${versions.map(
    ({ textId, capturedAt, stands }) =>
      html`<li><a href="/desk/articles/${articleId}/versions/${textId}">${momentHtml(capturedAt, messages)}</a>${stands && html`, ${says.stands}`}</li>`,
  )}</ol></section>
`
}

/** What the standing text of an article changed of the one captured before it, in a sentence with a link. */
export function lastChangeHtml(
  {
    articleId,
    before,
    version,
  }: { readonly articleId: string; readonly before: ReadVersion; readonly version: ReadVersion },
  messages: Messages,
): Html {
  const { versions: says } = messages
  return html`<p>${says.changedOn(momentInWords(version.capturedAt, messages))} ${changeSentence(compareVersions(before, version), messages)} <a href="/desk/articles/${articleId}/versions/${version.textId}">${says.compare}</a></p>`
}

/** One text version of an article: when it was captured, what it changed, and its text. */
export function versionPage(options: {
  readonly article: ArticleSummary
  readonly version: ReadVersion
  /** The one captured before it; null for the first. */
  readonly before: ReadVersion | null
  readonly versions: readonly TextVersion[]
  readonly messages: Messages
}): PageBody {
  const { article, version, before, versions, messages } = options
  const says = messages.versions
  const { language } = version
  const change = before && compareVersions(before, version)
  const headline = version.headline ?? messages.untitled(article.name)
  return {
    title: says.titleOf(headline, momentInWords(version.capturedAt, messages)),
    section: 'articles',
    script: null,
    main: html`<h1${languageAttributes(language)}>${headline}</h1>
<p class="imprint">${says.versionOf(momentInWords(version.capturedAt, messages))} ${version.stands ? says.standing : says.former}</p>
<dl class="facts"><div><dt>${says.article}</dt> <dd><a href="/desk/articles/${article.id}">${headlineHtml(article, messages)}</a></dd></div>
<div><dt>${messages.article.sha256}</dt> <dd><code>${version.sha256}</code></dd></div></dl>
<section class="about"><h2>${says.whatChanged}</h2>
<p>${change === null || before === null ? says.first : html`${says.since(momentInWords(before.capturedAt, messages))} ${changeSentence(change, messages)}`}</p>
${change !== null && changeHtml(change, { articleId: article.id, text: version.text, language, messages })}
${before !== null && html`<p class="key">${says.key}</p>`}</section>
${
  before !== null &&
  before.headline !== version.headline &&
  html`<p class="headlines">${says.headline} ${wordDifferencesHtml(wordDifferences(before.headline ?? '', version.headline ?? ''))}</p>`
}
<article class="text version" aria-label="${messages.article.text}">
${textHtml(version, before)}</article>
${versionsHtml(versions, { articleId: article.id, change: '', messages })}`,
  }
}
