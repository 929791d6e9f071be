/** The largest input that is read, in bytes: the largest of 225 real article pages measured is 3 MB. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024

/** How deep elements may be nested: browsers themselves flatten below 512; the deepest of 225 real pages has 50. */
export const MAX_DEPTH = 512

/** The most elements a page may have: the largest of those pages has 9,349. */
export const MAX_ELEMENTS = 50_000

/** The most runs of text between tags and entities: the largest of those pages has 14,582. */
export const MAX_TEXT_RUNS = 200_000

/** The most code units of text in a page or a plain file: four long books. */
export const MAX_PAGE_TEXT = 4_000_000

/** The most that the depths of all elements may add up to: extraction visits every element once for each around it. The most of those pages: 104,765. */
export const MAX_NESTING = 1_000_000

/** The most that code units of text times their depth may add up to, for the same reason. The most of those pages: 6.9 million. */
export const MAX_NESTED_TEXT = 50_000_000

/** The most code units of one attribute that are looked at: a class list is shorter, a `data:` address may be megabytes. */
export const MAX_ATTRIBUTE = 500

/** A longer JSON-LD script is not read, in UTF-16 code units. */
export const MAX_JSON_LD = 2_000_000
