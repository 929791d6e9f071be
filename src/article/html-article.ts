import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { Fault } from './fault.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { metadataOf } from './page-metadata.ts'
import { paragraphsOf } from './plain-paragraphs.ts'
import { weightOf } from './prose.ts'
import { readableMarkup } from './readability.ts'
import { selectBlocks } from './select-blocks.ts'
import { type SlimPage, slimHtml } from './slim-html.ts'
import { isIndex } from './teasers.ts'
import { squeezed } from './title-parts.ts'

/** Elements that pages keep their text in for later. */
const LATE = /<(?:noscript|template)[\s>]/i

/** A text in JSON-LD that weighs less is a summary. */
const MIN_LINKED = 60

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

/** The paragraphs of a text that the page keeps in its JSON-LD, which may have markup in it. */
function linkedParagraphs(body: string | null): readonly string[] {
  if (body === null) return []
  const slim = /<\/?\w+[^>]*>/.test(body) ? slimHtml(body) : null
  return slim?.ok ? blocksOf(slim.page.body).map(({ text }) => text) : paragraphsOf(body)
}

/** Whether the markup is a piece of a page, as people copy it, with no page around it. */
function isPiece(html: string): boolean {
  return !/<(?:html|head|body)[\s>]/i.test(html)
}

/** What was found in a page: what it says about itself, its blocks, and those of the article among them. */
type Found = { readonly facts: PageFacts; readonly blocks: readonly Block[]; readonly selected: readonly Block[] }

function found(page: SlimPage, { url }: ArticleHints): Found {
  const blocks = blocksOf(page.body)
  const facts = pageFacts(page, { blocks, fetched: url })
  const readable = slimHtml(readableMarkup(page.body, page.titles[0] ?? ''))
  const texts = new Set(readable.ok ? blocksOf(readable.page.body).map(({ text }) => text) : [])
  return {
    facts,
    blocks,
    selected: selectBlocks(blocks, { readable: texts, headlines: [...facts.names, ...facts.authors] }),
  }
}

/** Whether what was chosen is a list of other articles. */
function isList({ facts, blocks, selected }: Found): boolean {
  const [first, last] = [selected[0], selected.at(-1)].map((block) =>
    blocks.findIndex(({ element }) => element === block?.element),
  )
  const names = new Set(facts.names.map(squeezed))
  const reach = blocks.slice(Math.max(0, (first ?? 0) - 1), (last ?? -1) + 1)
  const saysArticle = facts.head.first('og:type')?.toLowerCase() === 'article'
  return isIndex(reach, { url: facts.url, names, saysArticle })
}

function articleOf({ facts, blocks, selected }: Found, paragraphs: readonly string[]): ArticleOutcome {
  const text = paragraphs.join('\n\n')
  return { ok: true, article: { ...metadataOf(facts, blocks, selected), text, timeCodes: [] } }
}

const textsOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text)

/**
 * The article in a web page, or in a piece of one: in what people see of it; else in the text that its JSON-LD keeps;
 * else in what it keeps for browsers without scripts, or for later.
 */
export function htmlArticle(html: string, hints: ArticleHints): ArticleOutcome {
  const slim = slimHtml(html)
  if (!slim.ok) return slim
  const seen = found(slim.page, hints)
  if (seen.selected.length > 0)
    return isList(seen) ? { ok: false, fault: NO_ARTICLE } : articleOf(seen, textsOf(seen.selected))
  const linked = linkedParagraphs(seen.facts.linked.body)
  if (weightOf(linked.join(' ')) >= MIN_LINKED) return articleOf(seen, linked)
  const late = LATE.test(html) ? slimHtml(html, true) : slim
  const kept = late.ok && late !== slim ? found(late.page, hints) : seen
  if (kept.selected.length > 0) return articleOf(kept, textsOf(kept.selected))
  if (isPiece(html) && seen.blocks.length > 0)
    return articleOf({ ...seen, selected: seen.blocks }, textsOf(seen.blocks))
  return { ok: false, fault: breaksOff(html) ? BROKEN_OFF : NO_ARTICLE }
}
