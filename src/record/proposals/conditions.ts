import type { TermState } from '../dossier/term.ts'
import { small } from './clauses.ts'

const CONDITION =
  /\b(?:only (?:\w+ ){0,3}(?:if|when|once)|provided that|on (?:the )?condition that|in exchange for|(?:free|able|allowed) to)\b/

/** Whether the words lay down how something is to be, or on what terms. */
export function isCondition(words: string): boolean {
  return CONDITION.test(small(words))
}

/** Words that tell how it was with somebody's freedom to go, see and speak, and what they say of it; the first that fit. */
const FREEDOM: readonly (readonly [state: TermState, words: RegExp])[] = [
  [
    'refused',
    /\b(?:not|never|wasn't|weren't|isn't) (?:been )?(?:able|allowed|permitted|free) to\b|\b(?:denied|refused) access\b/,
  ],
  [
    'granted',
    /\b(?:unsupervised|unescorted|unaccompanied|unhindered|unfettered|unrestricted|in private|without (?:witness|supervision|escort|minders))/,
  ],
  [
    'restricted',
    /\b(?:(?:was|were|been|be) (?:accompanied|escorted|supervised|followed|watched) |limitations?\b|restrictions?\b|minders\b|closed loop|present at|(?:sat|stood|listened) in|did not enable|conditions of (?:the|her|his|their|its) )/,
  ],
]

/** How it was with a term that is not on the record yet; null where the words tell of none. */
export function freedomIn(words: string): TermState | null {
  const told = small(words)
  return FREEDOM.find(([, pattern]) => pattern.test(told))?.[0] ?? null
}
