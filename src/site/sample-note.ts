import { html } from 'hono/html'
import type { ArticleSummary } from '../record/records.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import type { SampleOf } from '../web/sample-mark.ts'

/** What a list says of samples: once above it where all of it is of one set, else line by line. */
export type SampleNote = { readonly above: Html | ''; readonly sampleOf: SampleOf }

/** Says what is invented, of the articles that a page shows. */
export function sampleNote(articles: readonly ArticleSummary[], sampleOf: SampleOf, messages: Messages): SampleNote {
  const sets = new Set(articles.map(sampleOf))
  const [set = null] = sets
  if (sets.size !== 1 || set === null) return { above: '', sampleOf }
  return { above: html`<p class="sample">${messages.samples[set]}</p>\n`, sampleOf: () => null }
}
