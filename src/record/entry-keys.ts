import type { FeedEntry } from '../article/feed/feed.ts'
import { isFrontPage, linkKey, pathKey } from '../article/feed/link-key.ts'
import { plainOf } from '../article/plain-of.ts'
import { fold } from '../text/fold.ts'
import type { Id } from './id.ts'

/** An id that is shorter, or has no digit, may be a place in the list or a name for many. */
const TELLING_ID = /^(?=.*\d).{12,}$/s

/** A shorter text may be said of several entries: "Listen to today's programme". In folded UTF-16 code units. */
const TELLING_TEXT = 80

/** A longer text is told by its beginning: feeds put notes and counters at the end. */
const TEXT_REACH = 1_000

/** A shorter title may be that of several entries of one day: "Press release", "Cartoon". In folded UTF-16 code units. */
const TELLING_TITLE = 20
/** The same where a letter is a syllable or a word. */
const TELLING_TITLE_OF_SYLLABLES = 8
const SYLLABLES = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u

/** Between the parts of a key; no part holds it, since no text that was cleaned does. */
const BETWEEN = '\u001f'

/** What an entry is told by; null where the feed does not say it, or says it of too many. */
type Marks = {
  readonly id: string | null
  readonly link: string | null
  readonly path: string | null
  readonly title: string | null
  readonly tellingTitle: string | null
  /** With a time of day: many entries have the same day. */
  readonly instant: string | null
  readonly date: string | null
  readonly text: string | null
}

/** Whether a title is long enough to be that of one entry. */
function isTelling(title: string): boolean {
  return title.length >= (SYLLABLES.test(title) ? TELLING_TITLE_OF_SYLLABLES : TELLING_TITLE)
}

function marksOf(entry: FeedEntry, home: string | null): Marks {
  // Notes without a page of their own link to the site: that is no mark of theirs.
  const isOwnPage = entry.url !== null && !isFrontPage(entry.url) && linkKey(entry.url) !== (home && linkKey(home))
  const url = isOwnPage ? entry.url : null
  const title = entry.title && fold(entry.title)
  const text = fold(plainOf(entry.content ?? entry.summary ?? '').slice(0, TEXT_REACH))
  return {
    id: entry.id,
    link: url && linkKey(url),
    path: url && pathKey(url),
    title,
    tellingTitle: title !== null && isTelling(title) ? title : null,
    instant: entry.published?.includes('T') ? entry.published : null,
    date: entry.published,
    text: text.length >= TELLING_TEXT ? text : null,
  }
}

/** A key, and the mark that has to be the entry's own for it: of two entries that share it, one may have borrowed it. */
type Key = { readonly key: string; readonly restsOn: 'link' | 'id' | 'title' }

/** The key of a link, in any feed; `link` as `linkKey` gives it. */
export function keyOfLink(link: string): string {
  return `link${BETWEEN}${link}`
}

function keysOf(marks: Marks, feedId: Id): readonly Key[] {
  const { id, link, path, title, tellingTitle, instant, date, text } = marks
  const keys: Key[] = link === null ? [] : [{ key: keyOfLink(link), restsOn: 'link' }]
  const add = (restsOn: Key['restsOn'], kind: string, ...own: readonly (string | null)[]) => {
    if (own.every((mark) => mark !== null)) keys.push({ key: [kind, feedId, ...own].join(BETWEEN), restsOn })
  }
  const isAlone = link === null && title === null && text === null && date === null
  if (id !== null && (TELLING_ID.test(id) || isAlone)) add('id', 'id', id)
  add('id', 'id+title', id, title)
  add('id', 'id+instant', id, instant)
  add('id', 'id+text', id, text)
  add('title', 'title+path', tellingTitle, path)
  add('title', 'title+instant', title, instant)
  add('title', 'title+date', tellingTitle, date)
  add('title', 'title+text', title, text)
  return keys
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** Whether two entries that stand in a feed at the same time cannot be one, though they share a key. */
function areTwo(a: Marks, b: Marks, restsOn: Key['restsOn']): boolean {
  if (restsOn === 'link' || !differ(a.link, b.link)) return false
  return restsOn === 'id' ? differ(a.title, b.title) : differ(a.id, b.id)
}

/**
 * The keys of a feed's entries: two entries that have one in common are one entry, also over time. Each key alone has
 * to tell its entry, so most are two marks that a feed hardly changes at once:
 *
 * - its link, in any feed;
 * - its id, if it is long enough to be nobody else's; else its id with its title, its moment or its text;
 * - its title with its link's path, its date, or its text.
 *
 * A key that entries share which stand in the feed side by side with links of their own tells neither, and is left out:
 * an id that is the same for all, "Press release" twice on one day.
 *
 * @param entries of one feed at one time
 * @param feed.id where the keys count that say nothing outside their feed
 * @param feed.home the site's own page; null where it is not known
 * @returns for each entry its keys, no two alike; none for an entry that nothing is known of
 * Cost: linear in the entries and their texts.
 */
export function entryKeys(
  entries: readonly FeedEntry[],
  { id, home }: { readonly id: Id; readonly home: string | null },
): readonly (readonly string[])[] {
  const all = entries.map((entry) => {
    const marks = marksOf(entry, home)
    return { marks, keys: keysOf(marks, id) }
  })
  const first = new Map<string, Marks>()
  const shared = new Set<string>()
  for (const { marks, keys } of all)
    for (const { key, restsOn } of keys) {
      const other = first.get(key)
      if (other === undefined) first.set(key, marks)
      else if (areTwo(other, marks, restsOn)) shared.add(key)
    }
  return all.map(({ keys }) => keys.map(({ key }) => key).filter((key) => !shared.has(key)))
}
