/** The largest input that is read, in bytes: the largest of 225 real article pages measured is 3 MB. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024

/** How deep elements may be nested: browsers themselves flatten below 512; the deepest real page measured has 60. */
export const MAX_DEPTH = 512

/** The most elements a page may have. */
export const MAX_ELEMENTS = 150_000

/**
 * The most characters times their depth: what extraction costs, since it adds up the text of every ancestor again.
 */
export const MAX_LAYOUT_WORK = 200_000_000

/** The most code units of one attribute that are looked at: a class list is shorter, a `data:` address may be megabytes. */
export const MAX_ATTRIBUTE = 500
