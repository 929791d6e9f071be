import type { Figure } from './statement.ts'

type Comparator = Figure['comparator']

const BEFORE: readonly (readonly [comparator: Comparator, words: string])[] = [
  ['>=', 'at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of'],
  [
    '<=',
    'at most|up to|no more than|not more than|as many as|as much as|as long as|as high as|a maximum of|maximum of',
  ],
  [
    '>',
    'more than|well over|just over|slightly over|over|above|just above|upwards of|upward of|in excess of|exceeding|greater than|higher than|north of|better than|longer than',
  ],
  [
    '<',
    'fewer than|less than|just under|well under|under|below|just below|just shy of|lower than|shorter than|not even',
  ],
  [
    '~',
    'about|around|roughly|approximately|some|an estimated|estimated|nearly|almost|close to|more or less|somewhere around|in the neighborhood of|an average of about|virtually',
  ],
]

const AFTER: readonly (readonly [comparator: Comparator, words: string])[] = [
  ['>=', 'or more|or higher|or above|or better|or older|or longer|minimum'],
  ['<=', 'or less|or fewer|or lower|or below|or under|maximum'],
  ['~', 'or so'],
]

/** What may stand before a number ("at least ") and behind its noun (" or more"), as the inside of a group. */
export const BEFORE_PATTERN = BEFORE.map(([, words]) => words).join('|')
export const AFTER_PATTERN = AFTER.map(([, words]) => words).join('|')

/** What the words before or behind a number make of it; null where they are none of the table. */
export function comparatorOf(words: string): Comparator | null {
  const wanted = words.toLowerCase().replace(/\s+/g, ' ')
  return [...BEFORE, ...AFTER].find(([, list]) => list.split('|').includes(wanted))?.[0] ?? null
}
