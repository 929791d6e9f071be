import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { escapeMarkup, markupOf, type PageElement } from './page-tree.ts'

/**
 * What Mozilla's Readability takes for the article.
 *
 * @param body  from `slimHtml`, so bounded and free of code
 * @param title the page's title, which Readability leaves out of the text
 * @returns markup, or the empty string where it finds no article
 */
export function readableMarkup(body: PageElement, title: string): string {
  const page = `<!doctype html><html><head><title>${escapeMarkup(title)}</title></head>${markupOf(body)}</html>`
  const { document } = parseHTML(page)
  return new Readability(document, { charThreshold: MIN_CHARACTERS }).parse()?.content ?? ''
}

/** Below this many characters Readability tries again with milder rules. Its own 500 loses short news. */
const MIN_CHARACTERS = 500
