import { html } from 'hono/html'
import type { NameMention } from '../reading/statement.ts'
import type { StatementRecord } from '../record/records.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { TimeCode } from '../text/time-code.ts'
import type { Html } from './html.ts'
import { type Mark, type Piece, piecesOf } from './mark-tree.ts'
import type { Messages } from './messages/messages.ts'
import { scriptRuns } from './script-runs.ts'

/** A text, the statements marked in it, and what is needed to write both out. */
export type MarkedText = {
  readonly text: string
  /** ISO 15924, what the text is written in; null where not known. */
  readonly script: string | null
  /** Names whose language is known: it is given to runs in another script. */
  readonly names: readonly NameMention[]
  readonly statements: readonly StatementRecord[]
  /** When its words were said, where it is a transcript; else empty. */
  readonly timeCodes: readonly TimeCode[]
  /** As `marksOf` gives them, of `statements` in `text`. */
  readonly marks: readonly Mark[]
  /**
   * The address of a statement's line in the ledger, by its place in `statements`: each statement carries its number,
   * which links there. Null where there is no ledger, and then no numbers.
   */
  readonly lineHref: ((statement: number) => string) | null
  readonly messages: Messages
}

/** The language of the name that a run in another script belongs to; null where the record knows none. */
function knownLanguage(names: readonly NameMention[], run: Span): string | null {
  const forms = names.flatMap((name) => [name, ...name.also])
  return (
    forms.find(({ language, script, span }) => language !== null && script !== 'Latn' && overlaps(span, run))
      ?.language ?? null
  )
}

/** Plain words, each run in another script with its language and direction. */
function wordsHtml({ text, script, names }: Pick<MarkedText, 'text' | 'script' | 'names'>, [start, end]: Span): Html[] {
  return scriptRuns(text.slice(start, end), script).map((run) => {
    if (run.language === null) return html`${run.text}`
    const from = start + run.start
    const tag = knownLanguage(names, [from, from + run.text.length]) ?? run.language
    return html`<span lang="${tag}" dir="${run.direction}">${run.text}</span>`
  })
}

/** The words of one stretch, without marks. */
export function plainWords(marked: Pick<MarkedText, 'text' | 'script' | 'names'>, span: Span): Html {
  return html`${wordsHtml(marked, span)}`
}

/** The number of a statement, which leads to its ledger line and is described by it: source, cue and content in words. */
function numberLink({ lineHref, messages }: MarkedText, index: number): Html | '' {
  if (lineHref === null) return ''
  const number = index + 1
  const href = lineHref(index)
  // A line on another page of the text describes nothing on this one.
  const describedBy = href.startsWith('#') ? html` aria-describedby="${href.slice(1)}"` : ''
  return html`<a class="number" href="${href}" aria-label="${messages.statement.numbered(number)}"${describedBy}>${number}</a>`
}

function markHtml(marked: MarkedText, piece: Extract<Piece, { kind: 'mark' }>): Html {
  const { mark, span, pieces, ends } = piece
  const { lineHref } = marked
  const id = marked.statements[mark.statement]?.id ?? ''
  const begins = lineHref !== null && mark.first && span[0] === mark.span[0]
  const inner = piecesHtml(marked, pieces)
  const anchor = begins ? html` id="t-${id}"` : ''
  // A link cannot hold another: a source or cue with marks inside is linked by its number.
  if (lineHref !== null && mark.part !== 'content' && pieces.every(({ kind }) => kind === 'words'))
    return html`<a class="${mark.part}" href="${lineHref(mark.statement)}" tabindex="-1" data-statement="${id}"${anchor} aria-description="${marked.messages.statement.part[mark.part](mark.statement + 1)}">${inner}</a>`
  return html`<span class="${mark.part}" data-statement="${id}"${anchor}>${inner}</span>${ends ? numberLink(marked, mark.statement) : ''}`
}

function piecesHtml(marked: MarkedText, pieces: readonly Piece[]): Html[] {
  return pieces.flatMap((piece) => (piece.kind === 'words' ? wordsHtml(marked, piece.span) : [markHtml(marked, piece)]))
}

/** Each paragraph with its marks: source and cue as links to the ledger, content as ground with its number. */
export function markedParagraphs(marked: MarkedText, paragraphs: readonly Span[]): readonly Html[] {
  return piecesOf(paragraphs, marked.marks).map((pieces) => html`${piecesHtml(marked, pieces)}`)
}
