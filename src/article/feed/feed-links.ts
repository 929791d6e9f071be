import { Parser } from 'htmlparser2'
import { cleanOrNull } from '../../text/clean-text.ts'

/** A feed that a page names. */
export type FeedLink = {
  /** Absolute, http or https. */
  readonly url: string
  /** What the page calls it; null for nothing. */
  readonly title: string | null
  /** Whether it carries what readers write under articles, and not the articles. */
  readonly isComments: boolean
}

/** How much of a page is looked at, in UTF-16 code units: its head is shorter, with scripts in it too. */
const REACH = 2_000_000
const STEP = 64 * 1024
/** More is no choice any more. */
const MAX_LINKS = 50

/** `application/json` is left out: sites name their programs' addresses by it. */
const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json|text\/(?:rss|atom)(?:\+xml)?|application\/x-(?:rss|atom)(?:\+xml)?)\b/i

const COMMENTS = /comment|kommentar|comentario|commenti|komentar|комментари|评论|評論|コメント|تعليقات/i

/** Places where sites keep a feed that their pages do not name, the likeliest first. */
const USUAL_PLACES = ['feed', 'rss', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'feed.json']

function absolute(href: string, base: string): string | null {
  // Old pages write "feed://example.org/rss".
  const url = URL.parse(
    href
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:/i, 'https:'),
    base,
  )
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' ? url.href : null
}

/**
 * The feeds that a page names in `<link rel="alternate">`, those of comments last.
 *
 * @param html the page
 * @param url where it came from
 */
export function feedLinks(html: string, url: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>()
  let base = url
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { href = '', rel = '', type = '', title = '' } = attributes
      if (name === 'base' && base === url) base = absolute(href, url) ?? url
      const relations = rel.toLowerCase().split(/\s+/)
      const isFeed = relations.includes('feed') || (relations.includes('alternate') && FEED_TYPE.test(type.trim()))
      if (name !== 'link' || !isFeed || href.trim() === '' || found.size >= MAX_LINKS) return
      const feed = absolute(href, base)
      if (feed === null || found.has(feed)) return
      const isComments = COMMENTS.test(title) || COMMENTS.test(new URL(feed).pathname)
      found.set(feed, { url: feed, title: cleanOrNull(title.slice(0, 200)), isComments })
    },
  })
  const head = html.slice(0, REACH)
  for (let at = 0; at < head.length && found.size < MAX_LINKS; at += STEP) parser.write(head.slice(at, at + STEP))
  parser.end()
  return [...found.values()].sort((a, b) => Number(a.isComments) - Number(b.isComments))
}

/**
 * Where the feed of a site may be that names none: first below the address itself, then at the site's root.
 *
 * @param url absolute, http or https
 */
export function usualFeedPlaces(url: string): readonly string[] {
  const { origin, pathname } = new URL(url)
  const folder = pathname.replace(/[^/]*\.\w+$/, '').replace(/\/*$/, '/')
  const below = folder === '/' ? [] : [`${origin}${folder}feed`, `${origin}${folder}rss.xml`]
  return [...below, ...USUAL_PLACES.map((place) => `${origin}/${place}`)]
}
