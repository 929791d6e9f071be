import type { Fault } from '../fault.ts'

/** The most entries of one feed that are looked at. Feeds of newspapers have 10 to 200, whole archives a few thousand. */
export const MAX_ENTRIES = 10_000

/** The most elements: 100,000 entries of 30 each. */
export const MAX_ELEMENTS = 3_000_000

/** How deep elements may be nested. Deeper than in a page: a `<br>` written as in HTML stays open in XML. */
export const MAX_DEPTH = 2_000

/** The most values of a JSON feed: each costs up to 60 bytes of memory, so 200 MB. */
export const MAX_VALUES = 3_000_000

/** A longer address is none, in UTF-16 code units. */
export const MAX_ADDRESS = 4_000

/** A title or a name is cut here, in UTF-16 code units. */
export const MAX_LINE = 1_000

/** It has a feed's form and more in it than any feed. */
export const TOO_MUCH_FEED: Fault = {
  code: 'too-large',
  sentence: 'it has far more elements than a feed; follow another feed of the site',
}

/** It is something else. */
export const NO_FEED: Fault = {
  code: 'unsupported',
  sentence:
    'it is no feed: neither RSS nor Atom nor JSON Feed; follow the address of the site, and its feeds are looked for',
}
