import { cleanLine } from '../text/clean-text.ts'
import type { Block } from './blocks.ts'
import { isBoilerplate } from './boilerplate.ts'
import { squeezed } from './headline.ts'
import { MAX_OUTLET } from './outlet-name.ts'

const SEPARATOR = /\s+[|\-–—·•»:]\s+|:\s+/g

/** A title taken apart. */
type Masthead = { readonly outlet: string; readonly headline: string }

/**
 * The outlet's name and the headline where a page's title joins them and the page prints both on lines of their own,
 * the outlet's first: its masthead.
 *
 * @param blocks all blocks of the page, in order
 */
export function mastheadOf(title: string | null, blocks: readonly Block[]): Masthead | null {
  if (title === null) return null
  const lines = blocks.flatMap(({ text }) => text.split('\n').map(squeezed))
  for (const { 0: separator, index } of title.matchAll(SEPARATOR)) {
    const parts = [title.slice(0, index), title.slice(index + separator.length)]
    const printed = parts.map((part) => ({ part, at: lines.indexOf(squeezed(part)) }))
    const [first, second] = printed.toSorted((a, b) => a.at - b.at)
    if (first === undefined || second === undefined || first.at < 0 || first.at === second.at) continue
    if (first.part.length > MAX_OUTLET || isBoilerplate(first.part)) continue
    return { outlet: cleanLine(first.part), headline: cleanLine(second.part) }
  }
  return null
}
