import { differences } from './differences.ts'
import { paragraphsOf } from './paragraphs.ts'
import { wordsOf } from './span.ts'
import { type WordDifference, wordDifferences } from './word-differences.ts'

/** Paragraphs that share less of their words are another paragraph each: word by word nobody could read them. */
const MIN_SHARED = 0.4

function paragraphsIn(text: string): readonly string[] {
  return paragraphsOf(text).map((span) => wordsOf(text, span))
}

/** Some paragraphs that came in the place of others: word by word where they are alike, else those, then these. */
function changed(gone: readonly string[], added: readonly string[]): readonly (readonly WordDifference[])[] {
  if (gone.length === 1 && added.length === 1) {
    const [earlier = '', later = ''] = [gone[0], added[0]]
    const words = wordDifferences(earlier, later)
    const same = words.reduce((sum, { kind, words: { length } }) => sum + (kind === 'same' ? length : 0), 0)
    if (same >= MIN_SHARED * Math.max(earlier.length, later.length)) return [words]
  }
  return [
    ...gone.map((words): WordDifference[] => [{ kind: 'gone', words }]),
    ...added.map((words): WordDifference[] => [{ kind: 'new', words }]),
  ]
}

/** Pairs paragraphs in their order as far as there are of both. */
function paired(gone: readonly string[], added: readonly string[]): readonly (readonly WordDifference[])[] {
  const both = Math.min(gone.length, added.length)
  const pairs = gone.slice(0, both).flatMap((words, at) => changed([words], added.slice(at, at + 1)))
  return [...pairs, ...changed(gone.slice(both), added.slice(both))]
}

/** What changed between two texts, by paragraphs: each word by word. */
export function textDifferences(earlier: string, later: string): readonly (readonly WordDifference[])[] {
  const runs = differences(paragraphsIn(earlier), paragraphsIn(later))
  return runs.flatMap(({ kind, items }, at) => {
    if (kind === 'same') return items.map((words): WordDifference[] => [{ kind, words }])
    const [before, behind] = [runs[at - 1], runs[at + 1]]
    if (kind === 'new') return before?.kind === 'gone' ? [] : paired([], items)
    return paired(items, behind?.kind === 'new' ? behind.items : [])
  })
}
