import type { Cue, CueLine } from './transcript-cues.ts'

/** How many words a cue can repeat of those before it: three full lines. */
const MOST_REPEATED = 60

/** From this share of cues that begin with the last words before them on, captions roll up the screen. */
const ROLLING_SHARE = 0.2

/** A single repeated word may be said twice. */
const FEWEST_REPEATED = 2

/** A cue that begins later than this after the last one ended does not repeat it, in milliseconds. */
const NEAR = 1_500

const wordsOf = (line: CueLine) => line.words.split(' ')

/** How many of the first `words` are the last of those `before`. */
function repeatedWords(before: readonly string[], words: readonly string[]): number {
  for (let count = Math.min(before.length, words.length); count > 0; count -= 1)
    if (words.slice(0, count).every((word, at) => word === before[before.length - count + at])) return count
  return 0
}

/** `lines` without their first `count` words. */
function withoutFirst(lines: readonly CueLine[], count: number): readonly CueLine[] {
  let left = count
  return lines.flatMap((line) => {
    const words = wordsOf(line)
    const rest = words.slice(left).join(' ')
    left = Math.max(0, left - words.length)
    return rest === '' ? [] : [{ ...line, words: rest }]
  })
}

/** For each cue, how many of its first words repeat what was shown before it. */
function repeats(cues: readonly Cue[]): readonly number[] {
  let shown: readonly string[] = []
  let ended = 0
  return cues.map((cue) => {
    const words = cue.lines.flatMap(wordsOf)
    const count = cue.start - ended > NEAR ? 0 : repeatedWords(shown, words)
    // A cue that only takes up what is there is no end of what may be repeated.
    shown = [...shown, ...words.slice(count)].slice(-MOST_REPEATED)
    ended = cue.end
    return count
  })
}

/**
 * Cues without the words that they take over from the cue before: in captions that roll up the screen or grow word by
 * word every line is shown two or three times. Where captions do not roll, what is said twice stays; only the very
 * same cue at the very same time is there once.
 *
 * @param cues in the order of their times
 */
export function withoutRepeats(cues: readonly Cue[]): readonly Cue[] {
  const counts = repeats(cues)
  const rolling = counts.filter((count) => count >= FEWEST_REPEATED).length >= cues.length * ROLLING_SHARE
  return cues.flatMap((cue, at) => {
    const before = cues[at - 1]
    const isDouble = before !== undefined && before.start === cue.start && sameWords(before, cue)
    const lines = isDouble ? [] : rolling ? withoutFirst(cue.lines, counts[at] ?? 0) : cue.lines
    return lines.length === 0 ? [] : [{ ...cue, lines }]
  })
}

function sameWords(a: Cue, b: Cue): boolean {
  const all = ({ lines }: Cue) => lines.map(({ words }) => words).join(' ')
  return all(a) === all(b)
}
