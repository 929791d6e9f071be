import type { PublicStatement } from '../record/public-record.ts'
import { chainText } from '../view/chain-words.ts'
import type { Citation } from '../view/citations/citation.ts'
import type { Messages } from '../view/messages/messages.ts'
import { safeLink } from '../view/safe-link.ts'
import { contentWords, saidOn } from '../view/statement-facts.ts'
import { speakerName } from '../view/told/speaker-name.ts'

/** Keys of citations are of letters, digits and hyphens; ids of dossiers and outlets' names may have others. */
function keyOf(words: string): string {
  return words.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60)
}

/** The citation of a statement, in its own words and with where they are printed. */
export function statementCitation(shown: PublicStatement, address: string, messages: Messages): Citation {
  const { statement, article, decision } = shown
  return {
    key: keyOf(statement.id),
    author: speakerName(shown),
    title: contentWords(shown),
    date: saidOn(shown) ?? article.published,
    language: article.language,
    statement: {
      kind: statement.kind,
      way: chainText(shown, messages),
      article: { ...article, url: safeLink(article.url)?.href ?? null },
    },
    recordedAt: decision.recordedAt,
    address,
  }
}

/**
 * The citation of a page that is ours.
 *
 * @param changedAt UTC: when what it shows last changed
 */
export function pageCitation(page: {
  readonly id: string
  readonly title: string
  readonly changedAt: string
  readonly address: string
  readonly messages: Messages
}): Citation {
  const { id, title, changedAt, address, messages } = page
  return {
    key: keyOf(id),
    author: null,
    title,
    date: changedAt.slice(0, 10),
    language: messages.language,
    statement: null,
    recordedAt: changedAt,
    address,
  }
}
