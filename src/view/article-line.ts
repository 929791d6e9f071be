import { html } from 'hono/html'
import { withoutOwner } from '../article/title-parts.ts'
import type { ArticleSummary } from '../record/records.ts'
import { dateInWords, isTimeValue } from './dates.ts'
import type { Html } from './html.ts'
import { directionOf, scriptOf } from './language.ts'
import type { Messages } from './messages/messages.ts'

/** ` lang="…" dir="…"` of an article, nothing where its language is not known. */
export function languageAttributes(language: string | null): Html | '' {
  return language === null ? '' : html` lang="${language}" dir="${directionOf(scriptOf(language))}"`
}

/** A headline as it is shown beside its outlet: "Visit before May | Harbour Post", as a page may declare it, without the name. */
export function shownHeadline({ headline, outlet }: Pick<ArticleSummary, 'headline' | 'outlet'>): string | null {
  return headline && withoutOwner(headline, { outlet, host: null })
}

/** The headline in its own language; without one, a sentence that names the input. */
export function headlineHtml(article: ArticleSummary, messages: Messages): Html {
  const { name, language } = article
  const headline = shownHeadline(article)
  return headline === null
    ? html`${messages.untitled(name)}`
    : html`<bdi${languageAttributes(language)}>${headline}</bdi>`
}

/** A date with its precision, machine-readable where HTML has a form for it. */
export function dateHtml(published: string | null, messages: Messages): Html {
  if (published === null) return html`${messages.dates.unknown}`
  const written = dateInWords(published, messages)
  return isTimeValue(published) ? html`<time datetime="${published}">${written}</time>` : html`<bdi>${written}</bdi>`
}

/** Outlet and byline, as far as they are known: "The Harbour Post, by Ana Ruiz". */
export function outletHtml({ outlet, byline, language }: ArticleSummary, messages: Messages): Html {
  const attributes = languageAttributes(language)
  return html`${outlet && html`<bdi${attributes}>${outlet}</bdi>`}${outlet && byline && ', '}${
    byline && html`${messages.list.by} <bdi${attributes}>${byline}</bdi>`
  }`
}

/** Outlet, byline and date; what is not known is said to be so: "Outlet not known, 8 March 2022". */
export function imprintHtml(article: ArticleSummary, messages: Messages): Html {
  const { outlet, byline, published } = article
  const date = published === null ? messages.article.dateNotKnown : dateHtml(published, messages)
  return html`${outlet === null && html`${messages.article.outletNotKnown}${byline && ', '}`}${outletHtml(article, messages)}, ${date}`
}
