import { html } from 'hono/html'
import { type DayNumber, edtfOfDay } from '../../text/calendar-day.ts'
import { dateInWords } from '../dates.ts'
import type { Html } from '../html.ts'
import type { Messages } from '../messages/messages.ts'
import { scriptRuns } from '../script-runs.ts'
import {
  HEAD,
  type PlacedLine,
  type PlacedText,
  type PlacedTimeline,
  placeTimeline,
  RADIUS,
  SIZE,
} from './place-timeline.ts'
import { textWidth } from './text-width.ts'
import { ticksOf } from './time-scale.ts'
import type { TimelineGroup, TimelineLine } from './timeline-lines.ts'

/** Pixels between the dates of the scale at least. */
const TICK_ROOM = 112

/** Half of a bar's height: of the time in which something is due, and of that in which it is overdue. */
const BAR = { due: 4, overdue: 6 }

/** A tenth of a pixel is as fine as anybody sees. */
function at(pixels: number): string {
  return String(Math.round(pixels * 10) / 10)
}

/** A line of text, each run in another script with its language. */
function textSvg({ x, y, text, isEnd }: PlacedText): Html {
  return html`<text x="${at(x)}" y="${at(y)}"${isEnd && html` text-anchor="end"`}>${scriptRuns(text, null).map((run) =>
    run.language === null ? run.text : html`<tspan lang="${run.language}">${run.text}</tspan>`,
  )}</text>`
}

function barSvg(kind: string, { from, to, y, half }: { from: number; to: number; y: number; half: number }): Html {
  return html`<rect class="${kind}" x="${at(from)}" y="${at(y - half)}" width="${at(Math.max(1, to - from))}" height="${at(2 * half)}"/>`
}

/** A diamond for a day on which something is due. */
function diamond(x: number, y: number): Html {
  return html`<path class="due" d="M${at(x - RADIUS)} ${at(y)}L${at(x)} ${at(y - RADIUS)}L${at(x + RADIUS)} ${at(y)}L${at(x)} ${at(y + RADIUS)}Z"/>`
}

function dueSvg({ y, from, to, overdue }: PlacedLine): Html {
  return html`${from === to ? diamond(from, y) : barSvg('due', { from, to, y, half: BAR.due })}${
    overdue &&
    html`${overdue.perhapsFrom < overdue.from && barSvg('perhaps', { from: overdue.perhapsFrom, to: overdue.from, y, half: BAR.overdue })}${barSvg('overdue', { ...overdue, y, half: BAR.overdue })}`
  }`
}

/** An event is a disc, what was said or asked a ring; over several days each is drawn out. */
function markSvg(placed: PlacedLine): Html {
  const { line, y, from, to } = placed
  if (line.kind === 'due') return dueSvg(placed)
  const kind = line.kind === 'event' || line.kind === 'reply' ? 'event' : 'said'
  return html`<rect class="${kind}" x="${at(from - RADIUS)}" y="${at(y - RADIUS)}" width="${at(to - from + 2 * RADIUS)}" height="${2 * RADIUS}" rx="${RADIUS}"/>`
}

function lineSvg(
  placed: PlacedLine,
  { width, hrefOf }: { width: number; hrefOf: (line: TimelineLine) => string },
): Html {
  const { line, y, label } = placed
  return html`<g class="line${line.overdue !== null && ' late'}"><path class="strip" d="M0 ${at(y)}H${width}"/>${markSvg(placed)}<a href="${hrefOf(line)}">${label.map(textSvg)}</a></g>
`
}

/** The dates of the scale, and a line across for each; those whose words would leave the picture stay away. */
function ticksSvg({ scale, width, height }: PlacedTimeline, messages: Messages): Html {
  return html`<g class="scale">${ticksOf(scale, TICK_ROOM).map(({ x, edtf }) => {
    const words = dateInWords(edtf, messages)
    const fits = x + textWidth(words, SIZE) <= width
    return html`<path d="M${at(x)} ${HEAD - SIZE}V${at(height)}"/>${fits && html`<text x="${at(x + 4)}" y="${HEAD - 4}">${words}</text>`}`
  })}</g>`
}

/** The day that is asked about: a line across, without words where today's own line says it. */
function todaySvg({ today, height, width }: PlacedTimeline, day: DayNumber, messages: Messages): Html | '' {
  const edtf = edtfOfDay(day)
  if (today === null || edtf === null) return ''
  const words = dateInWords(edtf, messages)
  const isEnd = today + textWidth(words, SIZE) > width
  return html`<g class="day"><path d="M${at(today)} ${HEAD}V${at(height)}"/>${textSvg({ x: today + (isEnd ? -4 : 4), y: HEAD + SIZE, text: words, isEnd })}</g>`
}

/**
 * Draws a timeline.
 *
 * @param label  what a reader who does not see it is told that it is
 * @param hrefOf where the label of a line leads
 */
export function timelineSvg(
  groups: readonly TimelineGroup[],
  options: {
    readonly width: number
    readonly today: DayNumber
    readonly label: string
    readonly hrefOf: (line: TimelineLine) => string
    readonly messages: Messages
  },
): Html {
  const { width, today, label, messages } = options
  const placed = placeTimeline(groups, { width, today })
  return html`<svg class="timeline w${width}" role="group" aria-label="${label}" viewBox="0 0 ${width} ${at(placed.height)}" width="${width}" height="${at(placed.height)}">
${ticksSvg(placed, messages)}${todaySvg(placed, today, messages)}
${placed.groups.map(
  ({ heading, lines }) => html`<g><g class="heading">${heading.map(textSvg)}</g>
${lines.map((line) => lineSvg(line, options))}</g>`,
)}</svg>`
}
