import { html } from 'hono/html'
import type { Language } from '../record/newsletter/languages.ts'
import type { Html } from '../view/html.ts'
import type { PageBody } from '../view/layout.ts'

/** A page in one of the newsletter's languages. */
export function pageIn(language: Language, title: string, main: Html): PageBody {
  return {
    title,
    section: null,
    script: null,
    main: html`<div class="newsletter" lang="${language}"><h1>${title}</h1>
${main}</div>`,
  }
}

/** A page that says something and asks nothing. */
export function wordsPage(language: Language, title: string, paragraphs: readonly (string | Html)[]): PageBody {
  return pageIn(language, title, html`${paragraphs.map((words) => html`<p>${words}</p>`)}`)
}
