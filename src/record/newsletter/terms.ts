import { createHash } from 'node:crypto'
import { TERMS_1_DE } from './terms/1-de.ts'
import { TERMS_1_EN } from './terms/1-en.ts'
import type { Terms } from './terms/text.ts'

/** Every version in each language, the newest last. */
export const ALL_TERMS: readonly Terms[] = [TERMS_1_EN, TERMS_1_DE]

/** The version that forms show now. */
export const CURRENT_TERMS = Math.max(...ALL_TERMS.map(({ version }) => version))

/** Terms by version and language; null where there are none. */
export function termsOf(version: number, language: string): Terms | null {
  return ALL_TERMS.find((terms) => terms.version === version && terms.language === language) ?? null
}

/** The exact words that somebody agrees to: the sentence beside the box, then the terms, with an empty line between all. */
export function agreedWords({ agreement, title, paragraphs }: Terms): string {
  return [agreement, title, ...paragraphs].join('\n\n')
}

/** SHA-256 of some words as UTF-8, lower-case hex: what `sha256sum` prints of a file of them. */
export function wordsDigest(words: string): string {
  return createHash('sha256').update(words, 'utf8').digest('hex')
}
