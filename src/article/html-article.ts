import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { blocksOf } from './blocks.ts'
import type { Fault } from './fault.ts'
import { pageFacts } from './page-facts.ts'
import { metadataOf } from './page-metadata.ts'
import { readableMarkup } from './readability.ts'
import { selectBlocks } from './select-blocks.ts'
import { slimHtml } from './slim-html.ts'

const NO_ARTICLE: Fault = {
  code: 'no-article',
  sentence: 'there is no article on this page; open the article itself, save that page, and add it',
}

const BROKEN_OFF: Fault = {
  code: 'no-article',
  sentence: 'the page breaks off before an article begins; save it again, whole, and add that',
}

/** Whether the page ends before its markup does. */
function breaksOff(html: string): boolean {
  return /<html[\s>]/i.test(html.slice(0, 20_000)) && !/<\/html\s*>/i.test(html.slice(-20_000))
}

/** Whether the markup is a piece of a page, as people copy it, with no page around it. */
function isPiece(html: string): boolean {
  return !/<(?:html|head|body)[\s>]/i.test(html)
}

/** The article in a web page, or in a piece of one. */
export function htmlArticle(html: string, hints: ArticleHints): ArticleOutcome {
  const slim = slimHtml(html)
  if (!slim.ok) return slim
  const blocks = blocksOf(slim.page.body)
  const facts = pageFacts(slim.page, { blocks, fetched: hints.url })
  const readable = slimHtml(readableMarkup(slim.page.body, slim.page.titles[0] ?? ''))
  const readableTexts = new Set(readable.ok ? blocksOf(readable.page.body).map(({ text }) => text) : [])
  const chosen = selectBlocks(blocks, { readable: readableTexts, headlines: facts.names })
  const selected = chosen.length === 0 && isPiece(html) ? blocks : chosen
  if (selected.length === 0) return { ok: false, fault: breaksOff(html) ? BROKEN_OFF : NO_ARTICLE }
  const text = selected.map((block) => block.text).join('\n\n')
  return { ok: true, article: { ...metadataOf(facts, blocks, selected), text, timeCodes: [] } }
}
