import type { Article } from './article.ts'
import type { Block } from './blocks.ts'
import { articleLanguage } from './language-tag.ts'
import { microdataValue } from './microdata.ts'
import { pageByline } from './page-byline.ts'
import type { PageFacts } from './page-facts.ts'
import { pagePublished } from './published-date.ts'

/** How many blocks before the text's first are looked at for a date and a byline, and how many from it on. */
const BLOCKS_BEFORE = 15
const BLOCKS_AFTER = 3
/** And how many below the text's last for a byline. */
const BLOCKS_BELOW = 2

/**
 * Everything about the article but its text.
 *
 * @param blocks   all blocks of the page
 * @param selected those of the article, at least one
 */
export function metadataOf(
  facts: PageFacts,
  blocks: readonly Block[],
  selected: readonly Block[],
): Omit<Article, 'text' | 'timeCodes'> {
  const { page, head, linked, url, outlet, headline } = facts
  // A block that lost its first lines is no longer the page's own; its element still is.
  const first = blocks.findIndex(({ element }) => element === selected[0]?.element)
  const last = blocks.findLastIndex(({ element }) => element === selected.at(-1)?.element)
  const end = blocks.slice(Math.max(last, 0), last + 1 + BLOCKS_BELOW)
  const near = blocks.slice(Math.max(0, first - BLOCKS_BEFORE), first + BLOCKS_AFTER)
  const language = articleLanguage(
    [
      head.language,
      linked.language,
      microdataValue(page.body, 'inLanguage'),
      head.first('og:locale', 'content-language', 'dc.language', 'language'),
    ],
    selected.map((block) => block.text).join('\n'),
  )
  return {
    headline,
    byline: pageByline(facts, { near, end, all: blocks }),
    outlet,
    published: pagePublished(facts, { near, language }),
    language,
    url,
  }
}
