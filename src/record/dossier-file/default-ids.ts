import type { Edtf } from '../../text/edtf-time.ts'
import type { Id } from '../id.ts'

/** Letters that every id can have. */
function plain(words: string): string {
  return words.replace(/[^A-Za-z0-9-]+/g, '_')
}

/**
 * The id of an event, step, reply or claim whose author gave it none: made of what it belongs to, its date and what it
 * is, so that it stays the same when others are written before it.
 */
export function defaultId(of: Id, date: Edtf, what: string): Id {
  return `${of}.${plain(date.edtf)}.${plain(what)}`
}

/** The ids of quoted words without one, in the order of their articles: the article, and how many of it came before. */
export function defaultQuotedIds(articles: readonly string[]): readonly Id[] {
  const counts = new Map<string, number>()
  return articles.map((article) => {
    const count = (counts.get(article) ?? 0) + 1
    counts.set(article, count)
    return `quoted.${plain(article).slice(0, 150)}.${count}`
  })
}
