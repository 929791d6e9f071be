/** The parts of a statement, in the order of the model's labels. */
export const PARTS = ['source', 'cue', 'content'] as const
export type Part = (typeof PARTS)[number]

/** O, then begin, inside, end and single of each part. */
export const LABELS = 1 + 4 * PARTS.length
/** The places of a part's labels; the end stands third. */
const [BEGIN, INSIDE, , SINGLE] = [0, 1, 2, 3]

/** Labels that are not allowed where they stand are worth this much less: more than any path can gain. */
const FORBIDDEN = -10_000

const isOpen = (label: number) => label > 0 && ((label - 1) % 4 === BEGIN || (label - 1) % 4 === INSIDE)
const isStart = (label: number) => label === 0 || (label - 1) % 4 === BEGIN || (label - 1) % 4 === SINGLE
const partOf = (label: number) => (label === 0 ? -1 : (label - 1) >> 2)

/**
 * What may stand before a label: begin and inside of the same part before inside and end, everything that is closed
 * before everything else. Four lists serve all labels.
 */
const LABEL_INDICES = Array.from({ length: LABELS }, (_, label) => label)
const CLOSED = LABEL_INDICES.filter((label) => !isOpen(label))
const OPEN = PARTS.map((_, part) => LABEL_INDICES.filter((label) => isOpen(label) && partOf(label) === part))
/** For each label, which of the lists: 0 for `CLOSED`, then the parts' in `OPEN`. */
const LIST_BEFORE = Uint8Array.from(LABEL_INDICES, (label) => (isStart(label) ? 0 : partOf(label) + 1))

/** Log probabilities of one candidate: rows `from` to `to` of `values` from `offset` on, the anchor in row `anchor`. */
export type LabelRows = {
  readonly values: Float32Array
  readonly offset: number
  readonly from: number
  readonly to: number
  readonly anchor: number
}

/** What each label costs in the anchor's row, which has to belong to a cue. */
const AT_ANCHOR = Float64Array.from(LABEL_INDICES, (label) => (PARTS[partOf(label)] === 'cue' ? 0 : FORBIDDEN))
const ELSEWHERE = new Float64Array(LABELS)

/** The label of `labels` in which the best path ends; the first of equals. */
function bestOf(labels: readonly number[], best: Float64Array): number {
  let top = labels[0] ?? 0
  for (const label of labels) if ((best[label] ?? 0) > (best[top] ?? 0)) top = label
  return top
}

/**
 * The most probable labels that keep the rules.
 *
 * @returns a label for each row from `from` on
 * Source: Viterbi 1967.
 */
export function bestPath(rows: LabelRows): Uint8Array {
  const { values, offset, from, to, anchor } = rows
  const back = new Uint8Array((to - from) * LABELS)
  const costsIn = (row: number) => (row === anchor ? AT_ANCHOR : ELSEWHERE)
  let best = Float64Array.from(LABEL_INDICES, (label) => {
    const value = (values[offset + from * LABELS + label] ?? FORBIDDEN) + (costsIn(from)[label] ?? 0)
    return isStart(label) ? value : value + FORBIDDEN
  })
  let next = new Float64Array(LABELS)
  const before = new Uint8Array(1 + PARTS.length)
  for (let row = from + 1; row < to; row += 1) {
    before[0] = bestOf(CLOSED, best)
    for (let part = 0; part < PARTS.length; part += 1) before[part + 1] = bestOf(OPEN[part] ?? [], best)
    const costs = costsIn(row)
    const first = offset + row * LABELS
    for (let label = 0; label < LABELS; label += 1) {
      const last = before[LIST_BEFORE[label] ?? 0] ?? 0
      next[label] = (best[last] ?? 0) + (values[first + label] ?? FORBIDDEN) + (costs[label] ?? 0)
      back[(row - from) * LABELS + label] = last
    }
    ;[best, next] = [next, best]
  }
  const last = LABEL_INDICES.reduce((top, label) => (ending(best, label) > ending(best, top) ? label : top), 0)
  return traced(back, last)
}

function ending(best: Float64Array, label: number): number {
  return (best[label] ?? 0) + (isOpen(label) ? FORBIDDEN : 0)
}

function traced(back: Uint8Array, last: number): Uint8Array {
  const path = new Uint8Array(back.length / LABELS)
  let label = last
  for (let row = path.length - 1; row >= 0; row -= 1) {
    path[row] = label
    label = back[row * LABELS + label] ?? 0
  }
  return path
}

/** A run of words with one part: rows `[start, end)`, and the sum of its labels' log probabilities. */
export type Run = { readonly part: Part; readonly start: number; readonly end: number; readonly log: number }

/** The runs of a path, and the sum of the log probabilities of the rows that belong to no part. */
export function runsOf(path: Uint8Array, rows: LabelRows): { readonly runs: readonly Run[]; readonly outside: number } {
  const runs: Run[] = []
  let [start, log, outside] = [rows.from, 0, 0]
  for (let row = rows.from; row < rows.to; row += 1) {
    const label = path[row - rows.from] ?? 0
    const value = rows.values[rows.offset + row * LABELS + label] ?? 0
    const part = PARTS[partOf(label)]
    if (part === undefined) {
      outside += value
      continue
    }
    if (isStart(label)) [start, log] = [row, 0]
    log += value
    if (!isOpen(label)) runs.push({ part, start, end: row + 1, log })
  }
  return { runs, outside }
}
