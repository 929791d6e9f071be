import type { TimeCode } from '../text/time-code.ts'
import type { ArticleHints, ArticleOutcome } from './article-outcome.ts'
import { articleLanguage } from './language-tag.ts'
import { webAddress } from './page-address.ts'
import { joinedLines } from './plain-paragraphs.ts'
import { withoutRepeats } from './rolling-captions.ts'
import { type Cue, type CueLine, cuesOf, transcriptLanguage } from './transcript-cues.ts'

/** A pause after a sentence of this many milliseconds begins a paragraph. */
const PAUSE = 3_000

/** A paragraph of this many code units ends with its sentence; what one named speaker says stands together for longer. */
const LONG = 600
const LONG_TURN = 2_000

/** Captions made by machine have no sentences: there, a paragraph of this many code units ends where a cue does. */
const TOO_LONG = 3_000

const SENTENCE_END = /[.!?…。！？؟।][\s"'”’»)\]]*$/u

/** Captions write ">>" where another person begins to speak. */
const OTHER_SPEAKER = /^(?:>>+|»)\s*/

/** A name and a colon before what its bearer says: "JANE LEE:", "Minister Osei (by telephone):". */
const LABEL =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’-]*)(?: (?:[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’-]*|of|de|van|von|al|bin|the))*(?: \([^)]{1,40}\))?:(?=\s|$)/u
const MAX_LABEL = 60

/** A dash before what another one of two speakers says. */
const DASH = /^[-–—]\s/

/** One paragraph while it grows, with the times at which its pieces were said. */
type Paragraph = {
  readonly text: string
  readonly codes: readonly TimeCode[]
  readonly voice: string | null
  /** Whether a name stands at its beginning. */
  readonly isNamed: boolean
  readonly ended: number
}

function isNamed(words: string): boolean {
  const label = LABEL.exec(words)?.[0]
  return label !== undefined && label.length <= MAX_LABEL
}

/** Whether a line is the first of what another person says. */
function isTurn({ words }: CueLine): boolean {
  return OTHER_SPEAKER.test(words) || DASH.test(words) || isNamed(words)
}

/** Whether a paragraph has to end before a line of `cue`. */
function endsBefore(paragraph: Paragraph, line: CueLine, cue: Cue): boolean {
  if (line.voice !== paragraph.voice || isTurn(line)) return true
  const { length } = paragraph.text
  if (length > TOO_LONG) return true
  if (!SENTENCE_END.test(paragraph.text)) return false
  return length > (paragraph.isNamed ? LONG_TURN : LONG) || (!paragraph.isNamed && cue.start - paragraph.ended > PAUSE)
}

/** The beginning of a paragraph: a name that is known stands before the words as transcripts print it. */
function begun({ voice, words }: CueLine, cue: Cue): Paragraph {
  const plain = words.replace(OTHER_SPEAKER, '')
  // A change of speaker without a name stays visible.
  const shown = isNamed(plain) ? plain : words
  const text = voice === null ? shown : `${voice}: ${plain}`
  return { text, codes: [[0, cue.start]], voice, isNamed: voice !== null || isNamed(plain), ended: cue.end }
}

function continued(paragraph: Paragraph, { words }: CueLine, cue: Cue): Paragraph {
  const text = joinedLines(paragraph.text, words)
  const isNew = paragraph.codes.at(-1)?.[1] !== cue.start
  const code: TimeCode = [text.length - words.length, cue.start]
  return { ...paragraph, text, codes: isNew ? [...paragraph.codes, code] : paragraph.codes, ended: cue.end }
}

function paragraphsOf(cues: readonly Cue[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const cue of cues)
    for (const line of cue.lines) {
      const last = paragraphs.at(-1)
      if (last === undefined || endsBefore(last, line, cue)) paragraphs.push(begun(line, cue))
      else paragraphs[paragraphs.length - 1] = continued(last, line, cue)
    }
  return paragraphs
}

/**
 * The article in a transcript (WebVTT or SubRip): its cues joined to paragraphs, one for each turn of a speaker, with
 * the time at which each piece was said. It has no headline: captions print none.
 */
export function transcriptArticle(transcript: string, hints: ArticleHints): ArticleOutcome {
  const paragraphs = paragraphsOf(withoutRepeats(cuesOf(transcript)))
  if (paragraphs.length === 0)
    return {
      ok: false,
      fault: {
        code: 'no-article',
        sentence: 'this transcript holds no words that somebody says; save it again, whole, and add that',
      },
    }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n')
  const timeCodes: TimeCode[] = []
  let offset = 0
  for (const { text: words, codes } of paragraphs) {
    for (const [at, time] of codes) timeCodes.push([offset + at, time])
    offset += words.length + 2
  }
  return {
    ok: true,
    article: {
      headline: null,
      byline: null,
      outlet: null,
      published: null,
      language: articleLanguage([transcriptLanguage(transcript)], text),
      url: webAddress(hints.url, null),
      text,
      timeCodes,
    },
  }
}
