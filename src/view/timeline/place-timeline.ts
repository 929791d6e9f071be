import type { DayNumber } from '../../text/calendar-day.ts'
import { textWidth, wrapped } from './text-width.ts'
import { type TimeScale, timeScale } from './time-scale.ts'
import type { TimelineGroup, TimelineLine } from './timeline-lines.ts'

/** Type sizes and lengths of the picture, in pixels: the page's rhythm of 8, halved where lines belong together. */
export const SIZE = 14
const HEADING_SIZE = 15
const LINE = 20
const STRIP = 24
const GAP = 28
/** Above the first heading: the dates of the scale. */
export const HEAD = 24
/** Between a mark and its label. */
const BESIDE = 10
/** Half of a mark. */
export const RADIUS = 5
/** A label over its mark takes so many lines, a heading too. */
const MOST_LINES = 3

/** A line of text: its left end, or its right end where it is anchored there, and its baseline. */
export type PlacedText = { readonly x: number; readonly y: number; readonly text: string; readonly isEnd: boolean }

/** A line of the timeline in its place. */
export type PlacedLine = {
  readonly line: TimelineLine
  /** The middle of its mark. */
  readonly y: number
  readonly from: number
  readonly to: number
  readonly overdue: { readonly perhapsFrom: number; readonly from: number; readonly to: number } | null
  readonly label: readonly PlacedText[]
}

/** The picture as it is drawn. */
export type PlacedTimeline = {
  readonly width: number
  readonly height: number
  readonly scale: TimeScale
  readonly groups: readonly {
    readonly id: string | null
    readonly heading: readonly PlacedText[]
    readonly lines: readonly PlacedLine[]
  }[]
  /** Where the day is that is asked about; null where it lies beyond. */
  readonly today: number | null
}

/** Days beyond the last line at which the day that is asked about is drawn still, as a share of all days. */
const NEAR = 0.25

/** The days that the scale covers; the day that is asked about too, where it is near or something runs up to it. */
function daysOf(lines: readonly TimelineLine[], today: DayNumber): readonly [DayNumber, DayNumber] {
  const first = Math.min(...lines.map((line) => line.first))
  const last = Math.max(...lines.map((line) => Math.max(line.last, line.overdue?.to ?? line.last)))
  const isNear = today >= first && today - last <= (last - first) * NEAR
  return isNear ? [first, Math.max(last, today)] : [first, last]
}

/** The label of a line: one string. */
function labelOf({ kind, when, what }: TimelineLine): string {
  return kind === 'due' ? what : `${when}: ${what}`
}

/** Places a label beside the mark where there is room, on its right first; else on lines of its own above. */
function placeLabel(label: string, at: { from: number; to: number; top: number; width: number }) {
  const { from, to, top, width } = at
  const needed = textWidth(label, SIZE)
  const baseline = top + STRIP / 2 + SIZE / 3
  if (to + BESIDE + needed <= width)
    return { label: [{ x: to + BESIDE, y: baseline, text: label, isEnd: false }], above: 0 }
  if (from - BESIDE - needed >= 0)
    return { label: [{ x: from - BESIDE, y: baseline, text: label, isEnd: true }], above: 0 }
  const lines = wrapped(label, { size: SIZE, width, most: MOST_LINES })
  const x = lines.length > 1 ? 0 : Math.max(0, Math.min(from, width - needed))
  return {
    label: lines.map((text, at) => ({ x, y: top + LINE * at + SIZE, text, isEnd: false })),
    above: LINE * lines.length,
  }
}

function placeLine(line: TimelineLine, { top, width, scale }: { top: number; width: number; scale: TimeScale }) {
  const { overdue } = line
  const [first, last] = [scale.xOf(line.first), scale.xOf(line.last)]
  const spans = overdue && {
    perhapsFrom: scale.xOf(overdue.perhapsFrom),
    from: scale.xOf(overdue.from),
    to: scale.xOf(overdue.to),
  }
  const [from, to] = [first - RADIUS, Math.max(last, spans?.to ?? last) + RADIUS]
  const { label, above } = placeLabel(labelOf(line), { from, to, top, width })
  const placed: PlacedLine = { line, y: top + above + STRIP / 2, from: first, to: last, overdue: spans, label }
  return { placed, bottom: top + above + STRIP }
}

/**
 * Lays a timeline out in a width: a heading a group, and under it a strip a line, in the order of time. Every line has a
 * strip to itself, so that no two overlap, however many there are and however close.
 *
 * @param groups at least one
 * @param width  in pixels
 */
export function placeTimeline(
  groups: readonly TimelineGroup[],
  { width, today }: { readonly width: number; readonly today: DayNumber },
): PlacedTimeline {
  const [first, last] = daysOf(
    groups.flatMap(({ lines }) => lines),
    today,
  )
  const scale = timeScale(first, last, width)
  let top = HEAD + LINE / 2
  const placed = groups.map(({ id, heading, lines }) => {
    const words = wrapped(heading, { size: HEADING_SIZE, width, most: MOST_LINES })
    top += GAP
    const placedHeading = words.map((text, at) => ({ x: 0, y: top + LINE * at, text, isEnd: false }))
    top += LINE * (words.length - 1) + STRIP / 2
    const placedLines = lines.map((line) => {
      const { placed: one, bottom } = placeLine(line, { top, width, scale })
      top = bottom
      return one
    })
    return { id, heading: placedHeading, lines: placedLines }
  })
  const isThere = today >= scale.first && today <= scale.last
  return { width, height: top + STRIP / 2, scale, groups: placed, today: isThere ? scale.xOf(today) : null }
}
