import { cleanLine } from '../text/clean-text.ts'
import { unescapedText } from './unescaped-text.ts'

/** Words that one voice says within one line of a cue. */
export type CueLine = {
  /** Who speaks, as a `<v Name>` tag says; null where none does. */
  readonly voice: string | null
  /** Cleaned, not empty. */
  readonly words: string
}

/** What is shown at one time of a recording. Times are milliseconds from its start. */
export type Cue = { readonly start: number; readonly end: number; readonly lines: readonly CueLine[] }

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?`
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`)
const NEW_LINE = /\r\n|\n|\r/

/** A block of WebVTT that is not said by anybody. */
const ASIDE = /^(?:NOTE|STYLE|REGION)(?:\s|$)/

/** The number that SubRip writes above each time. */
const NUMBER = /^\s*\d+\s*$/

/** A tag; the last one may be cut. */
const TAG = /<(?=[a-z\d/])[^<>]*(?:>|$)/gi
const VOICE_TAG = /(<\/?v(?:[.\s][^<>]*)?(?:>|$))/i
const MAX_NAME = 80

/** In SubRip: the place on the screen, "{\an8}". */
const PLACE = /\{\\[^}]{0,80}\}/g

function milliseconds([hours = '0', minutes = '0', seconds = '0', rest = '0']: readonly (
  | string
  | undefined
)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'))
}

function timesOf(line: string): { readonly start: number; readonly end: number } | null {
  const match = TIMING.exec(line)
  return match && { start: milliseconds(match.slice(1, 5)), end: milliseconds(match.slice(5, 9)) }
}

/** The name in a voice tag; null in a closing one, and where what stands there is too long for a name. */
function nameOf(tag: string): string | null {
  const name = cleanLine(unescapedText(/^<v[^\s>]*\s+([^>]*)/i.exec(tag)?.[1] ?? ''))
  return name.length > MAX_NAME ? null : name || null
}

/** The lines of a cue without tags; a voice goes on until its tag is closed or another one opens. */
function cueLines(lines: readonly string[]): readonly CueLine[] {
  let voice: string | null = null
  const said: CueLine[] = []
  const push = (raw: string) => {
    const words = cleanLine(unescapedText(raw.replace(TAG, '').replace(PLACE, '')))
    // A row of musical notes is nothing that was said.
    if (/[\p{L}\p{N}]/u.test(words)) said.push({ voice, words })
  }
  for (const line of lines) {
    // With a group in the pattern, the tags stand between what they part.
    for (const [at, piece] of line.split(VOICE_TAG).entries()) {
      if (at % 2 === 0) push(piece)
      else voice = nameOf(piece)
    }
  }
  return said
}

/** The lines between one time and the next, without the next one's number or name, and without asides. */
function payload(lines: readonly string[], { isWebVtt, isLast }: { isWebVtt: boolean; isLast: boolean }) {
  const blank = lines.findIndex((line) => line.trim() === '')
  if (isWebVtt) return blank < 0 ? lines : lines.slice(0, blank)
  const above = lines.at(-1) ?? ''
  return isLast || !NUMBER.test(above) ? lines : lines.slice(0, -1)
}

/** Whether `text` is a WebVTT file, by its first word. */
export function isWebVtt(text: string): boolean {
  return /^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text)
}

/** Whether one of the first lines of `text` is a time of SubRip, as nothing else has it there. */
export function isSubRip(text: string): boolean {
  const first = text
    .slice(0, 2000)
    .split(NEW_LINE)
    .filter((line) => line.trim() !== '')
  return first.slice(0, 2).some((line) => timesOf(line) !== null)
}

/** The language that the head of a WebVTT file names, as YouTube writes it; null where it names none. */
export function transcriptLanguage(text: string): string | null {
  return /^Language:\s*([\w-]{2,20})\s*$/m.exec(text.slice(0, 500))?.[1] ?? null
}

/**
 * The cues of a transcript in WebVTT or SubRip, in the order of their times. What is between them and is no cue is
 * passed over: styles, notes, numbers, and times that cannot be read.
 */
export function cuesOf(text: string): readonly Cue[] {
  const lines = text.split(NEW_LINE)
  const timings = lines.flatMap((line, at) => (line.includes('-->') ? [at] : []))
  const webVtt = isWebVtt(text)
  const cues = timings.flatMap((at, index) => {
    const times = timesOf(lines[at] ?? '')
    if (times === null || (webVtt && ASIDE.test(lines[at - 1] ?? ''))) return []
    const isLast = index === timings.length - 1
    const said = payload(lines.slice(at + 1, timings[index + 1]), { isWebVtt: webVtt, isLast })
    const cue = { ...times, lines: cueLines(said) }
    return cue.lines.length === 0 ? [] : [cue]
  })
  return cues.toSorted((a, b) => a.start - b.start)
}
