import { html } from 'hono/html'
import { bibtexCitation } from '../view/citations/bibtex.ts'
import type { Citation } from '../view/citations/citation.ts'
import { cslCitation } from '../view/citations/csl-json.ts'
import { apaCitation, chicagoCitation } from '../view/citations/plain-styles.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'

/** Room for about so many letters in a line; a field that is too low can be scrolled. */
const LETTERS_IN_LINE = 70
const MOST_LINES = 16

function rowsOf(text: string): number {
  const lines = text.trimEnd().split('\n')
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_IN_LINE)), 0)
  return Math.min(MOST_LINES, rows)
}

function citationHtml(id: string, label: string, text: string): Html {
  // A line break right behind the tag is not taken for one of the text's.
  return html`<div class="citation"><label for="cite-${id}">${label}</label>
<textarea id="cite-${id}" readonly rows="${rowsOf(text)}" spellcheck="false">
${text.trimEnd()}</textarea></div>
`
}

/**
 * How a page is cited: text to copy, without any script, and files to take along.
 *
 * @param path of the page; its files stand below it
 */
export function citeSection(citation: Citation, path: string, { cite: says }: Messages): Html {
  return html`<details class="cite"><summary>${says.title}</summary>
${citationHtml('apa', says.apa, apaCitation(citation))}${citationHtml('chicago', says.chicago, chicagoCitation(citation))}${citationHtml('bibtex', says.bibtex, bibtexCitation(citation))}${citationHtml('csl', says.csl, cslCitation(citation))}
<p>${says.download}: <a href="${path}/cite.bib" download>BibTeX</a>, <a href="${path}/cite.json" download>CSL-JSON</a></p></details>
`
}
