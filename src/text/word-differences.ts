import { type Difference, differences } from './differences.ts'

/** Scripts that put no space between words: there, each character stands for one. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}'

/** A character of those; a word with the marks on its letters and the signs within it; spaces; any other sign. */
const TOKENS = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]|(?<=[\\p{L}\\p{N}])['’.,-](?=[\\p{L}\\p{N}]))+|\\s+|.\\p{M}*`,
  'gsu',
)

/** A stretch of words that two texts share, or that only the earlier or only the later one has. */
export type WordDifference = { readonly kind: Difference<string>['kind']; readonly words: string }

/** The words of a text, and all between them; joined they give the text. */
export function tokensOf(text: string): readonly string[] {
  return text.match(TOKENS) ?? []
}

/** Only a space that stays between two changes is no word that stayed: without it they are one change. */
function withoutLoneSpaces(
  runs: readonly Difference<string>[],
): readonly (readonly [Difference<string>['kind'], string])[] {
  return runs.flatMap(({ kind, items }, at) => {
    const words = items.join('')
    const isBetween = at > 0 && at < runs.length - 1
    if (kind !== 'same' || !isBetween || words.trim() !== '' || words.includes('\n')) return [[kind, words] as const]
    return [['gone', words] as const, ['new', words] as const]
  })
}

/** What changed between two texts, word by word. What is gone stands before what came in its place. */
export function wordDifferences(earlier: string, later: string): readonly WordDifference[] {
  const pieces = withoutLoneSpaces(differences(tokensOf(earlier), tokensOf(later)))
  const joined: { kind: Difference<string>['kind']; words: string }[] = []
  let changed = { gone: '', new: '' }
  const close = () => {
    for (const kind of ['gone', 'new'] as const) if (changed[kind] !== '') joined.push({ kind, words: changed[kind] })
    changed = { gone: '', new: '' }
  }
  for (const [kind, words] of pieces) {
    if (kind !== 'same') changed = { ...changed, [kind]: changed[kind] + words }
    else {
      close()
      joined.push({ kind, words })
    }
  }
  close()
  return joined
}
