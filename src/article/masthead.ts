import { cleanLine } from '../text/clean-text.ts'
import type { Block } from './blocks.ts'
import { isBoilerplate } from './boilerplate.ts'
import { MAX_OUTLET } from './outlet-name.ts'
import { squeezed, titleParts } from './title-parts.ts'

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
  const parts = titleParts(title)
  for (const [at, { end }] of parts.slice(0, -1).entries()) {
    const halves = [title.slice(0, end), title.slice(parts[at + 1]?.start)]
    const printed = halves.map((half) => ({ half, at: lines.indexOf(squeezed(half)) }))
    const [first, second] = printed.toSorted((a, b) => a.at - b.at)
    if (first === undefined || second === undefined || first.at < 0 || first.at === second.at) continue
    if (first.half.length > MAX_OUTLET || isBoilerplate(first.half)) continue
    return { outlet: cleanLine(first.half), headline: cleanLine(second.half) }
  }
  return null
}
