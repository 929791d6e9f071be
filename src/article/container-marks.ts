import type { PageElement } from './page-tree.ts'

/** Elements whose own meaning is "beside the article". */
const ASIDE_NAMES = new Set(['nav', 'footer', 'aside', 'form', 'figcaption', 'caption', 'menu', 'address'])

const ASIDE_ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'banner',
  'dialog',
  'alertdialog',
  'menu',
  'toolbar',
  'tooltip',
])

/**
 * Words of ids and class names by which pages of any maker mark what is not the article's text.
 * Matched whole, after names like `relatedLinks` and `related-links` are split into their words.
 */
const ASIDE_WORDS = new Set(
  `ad ads advert advertisement advertising adbox sponsor sponsored sponsors outbrain taboola
  author authors bio byline bylines credit credits copyright
  breadcrumb breadcrumbs nav navigation navbar menu pager pagination paginator
  caption captions figcaption wp-caption-text gallery slideshow carousel lightbox slider thumbnail thumbnails
  comment comments commenting disqus respond reply replies
  cookie cookies consent gdpr paywall
  dateline timestamp pubdate published updated
  dek standfirst subtitle subheadline kicker eyebrow
  donate donation membership
  footer footers masthead
  inline-related more-stories also readmore recirc recirculation recommend recommended recommendation recommendations related
  meta metadata postmeta
  newsletter newsletters newsletterform signup subscribe subscription subscriptions optin
  popular trending promo promos promotion promoted teaser teasers
  popup modal overlay tooltip toolbar tools
  rating ratings ratingbox
  share sharing sharebar sharedaddy social socials sociable addthis addtoany jp-relatedposts
  sidebar skip sr-only screen-reader-text visually-hidden visuallyhidden
  tag tags taglist hashtags categories
  widget widgets wpcnt`.split(/\s+/),
)

/** An id of more words is made from a heading: "sharing-with-a-single-developer" is no share bar. */
const MAX_ID_WORDS = 3

/** A name whole and its words: `relatedLinks` and `related-links` give `related` and `links`, `ad300` gives `ad`. */
function wordsOf(name: string): readonly string[] {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/)
  return words.map((word) => word.replace(/\d+$/, '').toLowerCase()).filter((word) => word !== '')
}

/** The words in the names of an element's class, id and component. */
function nameWords({ attributes }: PageElement): ReadonlySet<string> {
  const names = `${attributes['class'] ?? ''} ${attributes['data-component'] ?? ''}`.split(/\s+/)
  const id = wordsOf(attributes['id'] ?? '')
  return new Set([
    ...names.map((name) => name.toLowerCase()),
    ...names.flatMap(wordsOf),
    (attributes['id'] ?? '').toLowerCase(),
    ...(id.length <= MAX_ID_WORDS ? id : []),
  ])
}

/**
 * Whether an element says of itself that it stands beside the article: by its name, role, class, or by being hidden.
 * A page may well call the box around the whole article "widget": who asks must weigh what stands in it.
 */
export function isMarkedAside(element: PageElement): boolean {
  const { name, attributes } = element
  if (ASIDE_NAMES.has(name)) return true
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true
  if (ASIDE_ROLES.has((attributes['role'] ?? '').toLowerCase())) return true
  if (attributes['class'] === undefined && attributes['id'] === undefined && attributes['data-component'] === undefined)
    return false
  return !ASIDE_WORDS.isDisjointFrom(nameWords(element))
}
